package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/** What follows from what the connector finds out about the account: its kind, a change of it, and the venue's clock. */
class LaneAccountFactsTest {

    private final Stage stage = new Stage();

    @Test
    void theKindOfAnAccountThatWasAddedUntriedIsFilledIn() {
        stage.start();
        stage.kind("unified");
        stage.turn();

        assertThat(stage.kinds.kind).isEqualTo("unified");
        assertThat(stage.lifecycle.folded).as("there was nothing to convert").noneMatch(AccountConverted.class::isInstance);
        stage.diary.clear();
        stage.kind("unified");
        stage.turn();
        assertThat(stage.diary).as("known already").isEmpty();
    }

    @Test
    void anotherKindIsFoldedOnceBeforeItsFirstSnapshotAndKeptAfterThatIsCommitted() {
        stage.kinds.kind = "classic";
        stage.start();
        stage.kind("unified");
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();

        var folded = stage.lifecycle.folded.stream()
                .filter(seen -> seen instanceof AccountConverted || seen instanceof SnapshotSeen).toList();
        assertThat(folded).hasSize(2);
        assertThat(folded.get(0)).isEqualTo(new AccountConverted(Stage.ACCOUNT, NOON));
        assertThat(folded.get(1)).isInstanceOf(SnapshotSeen.class);
        assertThat(stage.diary).containsSubsequence("commit TradeOpened", "kind unified");
    }

    @Test
    void aConnectionThatIsLostBeforeTheFirstSnapshotConvertsNothingTwice() {
        stage.kinds.kind = "classic";
        stage.start();
        for (int i = 0; i < 3; i++) {
            stage.kind("unified");
            stage.link(LinkState.RECONNECTING, "UNREACHABLE", "Nobody answers there.");
            stage.link(LinkState.CONNECTING);
        }
        stage.turn();

        assertThat(stage.lifecycle.folded).filteredOn(AccountConverted.class::isInstance).hasSize(1);
        assertThat(stage.kinds.kind).as("until it is aligned").isEqualTo("classic");
    }

    @Test
    void aConversionWhoseBookWasNotCommittedIsFoldedAgainOnTheBookThatWas() {
        stage.kinds.kind = "classic";
        stage.start();
        stage.kind("unified");
        stage.journal.failures.add(new JournalProblem(Remedy.REPORT, "A figure does not fit its column."));
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.turn();
        stage.link(LinkState.CONNECTING);
        stage.kind("unified");
        stage.connection++;
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();

        assertThat(stage.lifecycle.folded).filteredOn(AccountConverted.class::isInstance).hasSize(2);
        assertThat(stage.diary).containsSubsequence("refused", "commit TradeOpened", "kind unified");
    }

    @Test
    void aKindThatCannotBeWrittenAlignsAnewAndIsWrittenThen() {
        stage.kinds.failures.add(new JournalProblem(Remedy.RETRY, "The journal is busy."));
        stage.start();
        stage.kind("classic");
        stage.turn();
        assertThat(stage.diary).endsWith("ERROR", "connector reconnect");

        stage.link(LinkState.CONNECTING);
        stage.kind("classic");
        stage.turn();
        assertThat(stage.kinds.kind).isEqualTo("classic");
    }

    @Test
    void whatIsOpenGoesOnThroughAConversionAndARestartInTheMiddleOfIt() {
        var before = new Stage(Optional.empty());
        before.kinds.kind = "classic";
        before.startLive(row("BTCUSDT", "0.5", "60000"));
        var trade = before.shown().get(0).trade();
        before.link(LinkState.CONNECTING);
        before.kind("unified");
        before.turn();
        assertThat(before.kinds.kind).isEqualTo("classic");

        // the process dies here; the new kind has no id, another margin mode, and a creation time that means nothing
        var after = new Stage(Optional.of(before));
        after.start();
        after.kind("unified");
        after.snapshot(unified("0.5", NOON.plusSeconds(1)));
        after.link(LinkState.LIVE);
        after.turn();

        assertThat(after.kinds.kind).isEqualTo("unified");
        assertThat(before.journal.trades).hasSize(1);
        assertThat(after.shown()).singleElement().satisfies(one -> {
            assertThat(one.trade().id()).isEqualTo(trade.id());
            assertThat(one.trade().fingerprint()).isEqualTo(trade.fingerprint());
            assertThat(one.trade().slot().marginMode()).isEqualTo(MarginMode.ISOLATED);
        });
        assertThat(after.diary).doesNotContain("OPENED", "CLOSED");
    }

    @Test
    void whatTheConnectionOfTheFormerKindStillShowsIsCarriedOverAsWell() {
        var whole = new Stage(Optional.empty());
        whole.kinds.kind = "classic";
        whole.startLive(row("BTCUSDT", "0.5", "60000"));
        var trade = whole.shown().get(0).trade().id();
        // the kind is found out by a question, while the former connection is still there and says something
        whole.kind("unified");
        whole.snapshot(row("BTCUSDT", "0.7", "60000"));
        whole.link(LinkState.CONNECTING);
        whole.kind("unified");
        whole.connection++;
        whole.snapshot(unified("0.7", NOON.plusSeconds(1)));
        whole.link(LinkState.LIVE);
        whole.turn();

        assertThat(whole.journal.trades).hasSize(1);
        assertThat(whole.shown()).singleElement().satisfies(one -> {
            assertThat(one.trade().id()).isEqualTo(trade);
            assertThat(one.trade().slot().marginMode()).isEqualTo(MarginMode.ISOLATED);
        });
        assertThat(whole.kinds.kind).isEqualTo("unified");
    }

    @Test
    void aProcessThatDiesBetweenTheFirstSnapshotAndTheRowConvertsAgainWithoutHarm() {
        var before = new Stage(Optional.empty());
        before.kinds.kind = "classic";
        before.startLive(row("BTCUSDT", "0.5", "60000"));
        before.link(LinkState.CONNECTING);
        before.connection++;
        before.kind("unified");
        before.snapshot(unified("0.7", NOON.plusSeconds(1)));
        before.turn();

        var after = new Stage(Optional.of(before));
        after.start();
        after.kind("unified");
        after.snapshot(unified("0.7", NOON.plusSeconds(1)));
        after.link(LinkState.LIVE);
        after.turn();

        assertThat(before.journal.trades).hasSize(1);
        assertThat(after.kinds.kind).isEqualTo("unified");
        assertThat(after.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("0.7");
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aNewAccountBeginsByTheVenuesClock(boolean ownLifecycle) {
        var stage = ownLifecycle ? new Stage(Optional.empty()) : this.stage;
        stage.start();
        clockOffset(stage, Duration.ofMinutes(-15));
        stage.turn();

        assertThat(stage.lane.book().mirroredSince()).isEqualTo(NOON.minus(Duration.ofMinutes(15)));
        assertThat(stage.journal.stored(Stage.ACCOUNT).book().mirroredSince()).as("in the journal as well")
                .isEqualTo(NOON.minus(Duration.ofMinutes(15)));
        stage.snapshot();
        stage.link(LinkState.LIVE);
        stage.turn();
        assertThat(stage.connector.recordQuestions.get(0).since()).as("ten minutes before the beginning")
                .isEqualTo(NOON.minus(Duration.ofMinutes(25)));
    }

    @Test
    void theBeginningMovesOnceAndNotForAnUnevenSecond() {
        stage.start();
        clockOffset(stage, Duration.ofMillis(999));
        stage.turn();
        assertThat(stage.lane.book().mirroredSince()).isEqualTo(NOON);

        clockOffset(stage, Duration.ofMinutes(3));
        clockOffset(stage, Duration.ofMinutes(7));
        stage.turn();
        assertThat(stage.lane.book().mirroredSince()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
    }

    @Test
    void whereSomethingIsKnownTheBeginningStays() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        clockOffset(stage, Duration.ofMinutes(-15));
        stage.turn();

        assertThat(stage.lane.book().mirroredSince()).isEqualTo(NOON);
        assertThat(stage.shown()).hasSize(1);
    }

    private static void clockOffset(Stage stage, Duration offset) {
        stage.lane.accept(new AccountFacts(Optional.empty(), KeyRights.unknown(), Optional.of(offset), stage.clock.instant()));
    }

    private static PositionRow unified(String size, Instant updatedAt) {
        var slot = new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.ISOLATED, "USDT");
        var mark = new LifeMark(Optional.empty(), IdScope.NONE, Optional.of(NOON.minus(Duration.ofDays(90))), false);
        var known = row("BTCUSDT", size, "60000");
        return new PositionRow(slot, mark, known.size(), known.entryPrice(), RowFigures.none(), updatedAt);
    }
}
