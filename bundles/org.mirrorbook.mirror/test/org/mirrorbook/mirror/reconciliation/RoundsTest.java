package org.mirrorbook.mirror.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.MAIN;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.NOON;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.USDT;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.life;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.open;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;

/** Comparisons that come by themselves. */
class RoundsTest {

    private static final Duration FIRST = Rounds.FIRST.plusSeconds(10);

    private final TwoBooks two = new TwoBooks();

    @Test
    void anAccountIsComparedOnceItIsAlignedAndThenEveryFiveMinutes() {
        bothHave("BTCUSDT");
        two.rounds.aligned(MAIN);
        two.pass(Rounds.FIRST.minusSeconds(1));
        assertThat(two.venue.asked).as("history is still being read").isEmpty();

        two.pass(Duration.ofSeconds(2));
        assertThat(two.venue.asked).hasSize(1);
        two.pass(Rounds.EVERY.multipliedBy(3));

        assertThat(two.venue.asked).hasSize(4);
        assertThat(two.books.last(MAIN)).map(Comparison::equal).contains(true);
        assertThat(two.events).as("equal books are no news").isEmpty();
    }

    @Test
    void ofSeveralAlignmentsInARowOnlyTheLastCounts() {
        two.rounds.aligned(MAIN);
        two.pass(Duration.ofSeconds(10));
        two.rounds.aligned(MAIN);
        two.pass(FIRST);

        assertThat(two.venue.asked).hasSize(1);
    }

    @Test
    void nothingIsAskedWhileTheLinkIsLostAndTheNextAlignmentBeginsAnew() {
        two.rounds.aligned(MAIN);
        two.links.put(MAIN, LinkStatus.of(LinkState.RECONNECTING, NOON));
        two.pass(Duration.ofMinutes(20));
        assertThat(two.venue.asked).isEmpty();

        two.links.put(MAIN, LinkStatus.of(LinkState.LIVE, NOON));
        two.rounds.aligned(MAIN);
        two.pass(FIRST);

        assertThat(two.venue.asked).hasSize(1);
    }

    @Test
    void whatDiffersIsAnnouncedOnceAndIsNotPutRight() {
        var altered = bothHave("BTCUSDT");
        two.ledger.tamper(altered, "-0.4");
        two.rounds.aligned(MAIN);
        two.pass(Duration.ofMinutes(16));

        assertThat(two.events).singleElement().satisfies(event -> {
            assertThat(event.getTopic()).isEqualTo(MirrorTopics.DIFFERENT);
            assertThat(event.getProperty(MirrorTopics.ACCOUNT)).isEqualTo("a-1");
            assertThat(event.getProperty(MirrorTopics.LABEL)).isEqualTo("main");
            assertThat(event.getProperty(MirrorTopics.REASON))
                    .isEqualTo("One life differs between the journal and the exchange, of 1 compared (BTCUSDT).");
        });
        assertThat(two.ledger.told).isEmpty();
        assertThat(two.books.last(MAIN)).map(Comparison::equal).contains(false);
    }

    @Test
    void anotherResultIsAnnouncedAgainAndSoIsTheSameOneAfterEqualBooks() {
        var altered = bothHave("BTCUSDT");
        two.ledger.tamper(altered, "-0.4");
        two.rounds.aligned(MAIN);
        two.pass(FIRST);
        two.ledger.tamper(altered, "-0.3");
        two.pass(Rounds.EVERY);
        assertThat(two.events).hasSize(2);

        two.ledger.tamper(altered, "-0.5");
        two.pass(Rounds.EVERY);
        two.ledger.tamper(altered, "-0.3");
        two.pass(Rounds.EVERY);

        assertThat(two.events).hasSize(3);
    }

    @Test
    void aLifeThatHistoryBringsIsHealedAndNotAnnounced() {
        two.venue.records.add(life("BTCUSDT", NOON.minusSeconds(3600)));
        two.rounds.aligned(MAIN);
        two.pass(FIRST);

        assertThat(two.events).isEmpty();
        assertThat(two.ledger.told).singleElement().isInstanceOf(ClosingRecordSeen.class);
        assertThat(two.books.last(MAIN)).map(Comparison::equal).contains(true);
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() {
        bothHave("BTCUSDT");
        two.venue.refusals.add(new VenueProblem(Remedy.ASK_USER, Optional.of("40014"), "The key may not read history."));
        two.rounds.aligned(MAIN);
        two.pass(FIRST.plus(Rounds.EVERY));

        assertThat(two.venue.asked).hasSize(2);
        assertThat(two.books.last(MAIN)).map(Comparison::equal).contains(true);
    }

    @Test
    void theWholeHistoryOfManyLivesIsReadAfterAnAlignmentOnlyAndTheLastDayFromThenOn() {
        for (int i = 0; i <= Rounds.FEW; i++) {
            two.venue.records.add(life("A" + i + "USDT", NOON.minusSeconds(3600 + i)));
            two.ledger.mirrored(two.venue.records.getLast());
        }
        two.now = NOON.plus(Duration.ofDays(10));
        two.ledger.snapshot(USDT, two.venue.open);
        two.rounds.aligned(MAIN);
        two.pass(FIRST.plus(Rounds.EVERY));

        var margin = Duration.ofMinutes(10);
        assertThat(two.venue.asked).containsExactly(TwoBooks.BEGINNING.minus(margin),
                NOON.plus(Duration.ofDays(10)).plus(Rounds.FIRST).plus(Rounds.EVERY).minus(Rounds.RECENT).minus(margin));
    }

    @Test
    void livesOfBeforeTheAccountWasMirroredAreNoDifferencesOfARound() {
        two.venue.records.add(life("OLDUSDT", TwoBooks.BEGINNING.minusSeconds(60)));
        for (int i = 0; i <= Rounds.FEW; i++) {
            two.venue.records.add(life("A" + i + "USDT", TwoBooks.BEGINNING.plusSeconds(600 + i)));
            two.ledger.mirrored(two.venue.records.getLast());
        }
        two.now = TwoBooks.BEGINNING.plus(Duration.ofHours(2));
        two.ledger.snapshot(USDT, two.venue.open);
        two.rounds.aligned(MAIN);
        two.pass(FIRST.plus(Rounds.EVERY));

        // the second round reads the last day, which began 22 hours before the account did
        assertThat(two.venue.asked).hasSize(2);
        assertThat(two.books.last(MAIN)).map(Comparison::equal).contains(true);
        assertThat(two.events).isEmpty();
    }

    @Test
    void anOpenPositionThatTheJournalLacksIsAnnouncedAndLeftToTheMirror() {
        two.venue.open.add(open("BTCUSDT", "1", NOON.minusSeconds(60)));
        two.rounds.aligned(MAIN);
        two.pass(FIRST);

        assertThat(two.events).hasSize(1);
        assertThat(two.diary).as("the mirror's own look at the list aligns anew").isEmpty();
    }

    private Trade bothHave(String symbol) {
        two.venue.records.add(life(symbol, NOON.minusSeconds(3600)));
        return two.ledger.mirrored(two.venue.records.getLast());
    }
}
