package org.mirrorbook.mirror.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.BEGINNING;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.MAIN;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.NOON;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.USDT;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.life;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.number;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.open;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeCorrected;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EntryOrdered;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.reconciliation.Difference.Kind;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.AccountProblem;

/**
 * A comparison that is asked for, and what the user has put right after it. Long, since each kind of difference is found, healed or put
 * right.
 */
class BooksReconciliationTest {

    private static final Instant TEN = NOON.minusSeconds(7200);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TwoBooks two = new TwoBooks();

    @Test
    void theSameLivesOnBothSidesAreEqual() {
        bothHave("BTCUSDT", TEN);
        bothHave("ETHUSDT", TEN.plusSeconds(60));
        two.venue.open.add(open("SOLUSDT", "3", NOON.minusSeconds(600)));
        two.ledger.snapshot(USDT, two.venue.open);

        var found = compared(Optional.empty());

        assertThat(found.differences()).isEmpty();
        assertThat(found.compared()).isEqualTo(3);
        assertThat(found.since()).as("when it was first mirrored").isEqualTo(BEGINNING);
        assertThat(found.until()).isEqualTo(NOON);
        assertThat(two.books.last(MAIN)).contains(found);
        assertThat(two.venue.asked).as("asked once").hasSize(1);
        assertThat(two.ledger.told).isEmpty();
    }

    @Test
    void aFigureThatWasAlteredInTheJournalIsToldWithBothValuesAndPutRightByTheRecord() {
        bothHave("BTCUSDT", TEN.minusSeconds(900));
        var altered = bothHave("ETHUSDT", TEN);
        two.ledger.tamper(altered, "-0.4");

        var found = compared(Optional.empty());

        // net 19.248 with funding -0.5; 0.1 more with -0.4
        assertThat(found.differences()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.FIGURES);
            assertThat(one.trade().map(Trade::id)).contains(altered.id());
            assertThat(one.fields()).containsExactlyInAnyOrder(field("funding", "-0.4", "-0.5"), field("netPnl", "19.348", "19.248"));
        });
        assertThat(two.ledger.told).as("nothing is put right unasked").isEmpty();

        var corrected = done(two.books.correct(MAIN, found.differences()));

        assertThat(corrected.equal()).isTrue();
        assertThat(two.ledger.told).singleElement().isInstanceOf(CorrectionOrdered.class);
        assertThat(two.ledger.changes).filteredOn(TradeCorrected.class::isInstance).hasSize(1);
        assertThat(two.ledger.trade(altered.id())).hasValueSatisfying(trade -> {
            assertThat(trade.standing()).isEqualTo(Standing.CORRECTED);
            assertThat(trade.result().net()).isEqualByComparingTo("19.248");
        });
    }

    @Test
    void aLifeThatARunningMirrorMissedIsEnteredByTheOrdinaryRoadAndIsNoDifference() {
        two.venue.records.add(life("BTCUSDT", TEN));

        var found = compared(Optional.empty());

        assertThat(found.equal()).isTrue();
        assertThat(two.ledger.told).singleElement().isInstanceOf(ClosingRecordSeen.class);
        assertThat(two.ledger.trades.values()).singleElement().satisfies(trade -> {
            assertThat(trade.found()).isTrue();
            assertThat(trade.certainty()).isEqualTo(Certainty.CONFIRMED);
        });
    }

    @Test
    void whatAnAccountThatIsNotMirroredMissedIsEnteredByTheOrdinaryRoadToo() {
        two.mirrored = false;
        two.venue.records.add(life("BTCUSDT", TEN));
        two.venue.records.add(life("ETHUSDT", TEN.minusSeconds(60)));

        var found = compared(Optional.empty());

        assertThat(found.equal()).isTrue();
        assertThat(found.entered()).isEqualTo(2);
        assertThat(found.completed()).isZero();
        assertThat(found.compared()).isEqualTo(2);
        assertThat(two.ledger.told).as("oldest close first").containsExactly(seen(life("ETHUSDT", TEN.minusSeconds(60))),
                seen(life("BTCUSDT", TEN)));
        assertThat(two.ledger.trades.values()).hasSize(2).allSatisfy(trade -> {
            assertThat(trade.found()).isTrue();
            assertThat(trade.certainty()).isEqualTo(Certainty.CONFIRMED);
        });
        assertThat(compared(Optional.empty()).entered()).as("only once").isZero();
    }

    @Test
    void whatEndsAtTheVenueWhileItIsComparedIsEnteredToo() {
        two.mirrored = false;
        two.venue.open.add(open("SOLUSDT", "3", NOON.minusSeconds(600)));
        two.venue.records.add(life("BTCUSDT", TEN));
        two.venue.meanwhile.add(() -> two.venue.records.add(life("ETHUSDT", TEN.plusSeconds(60))));

        var found = compared(Optional.empty());

        assertThat(found.differences()).singleElement().satisfies(one -> assertThat(one.row()).as("only a mirror opens it").isPresent());
        assertThat(found.entered()).isEqualTo(2);
    }

    @Test
    void whatTheJournalHadOpenAndTheVenueHasEndedIsCompletedAndCounted() {
        two.mirrored = false;
        two.venue.records.add(life("BTCUSDT", TEN));
        two.ledger.snapshot(USDT, List.of(open("BTCUSDT", "2", TEN.minusSeconds(600))));

        var found = compared(Optional.empty());

        assertThat(found.equal()).as("%s", found.differences()).isTrue();
        assertThat(found.entered()).isZero();
        assertThat(found.completed()).isEqualTo(1);
    }

    @Test
    void aLifeThatCannotBeEnteredStaysADifference() {
        two.mirrored = false;
        two.venue.records.add(life("BTCUSDT", TEN));
        two.ledger.refusing = Optional.of(new JournalProblem(JournalProblem.Remedy.ASK_USER, "It is mirrored by another instance."));

        var found = compared(Optional.empty());

        assertThat(found.differences()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ONLY_EXCHANGE);
            assertThat(one.trade()).isEmpty();
            assertThat(one.record()).contains(life("BTCUSDT", TEN));
        });
        assertThat(found.entered()).isZero();
        assertThat(two.ledger.trades).isEmpty();
    }

    @Test
    void aLifeOfBeforeTheFirstMirrorIsLookedAtOnlyWhenAskedForAndEnteredOnlyWhenOrdered() {
        var before = life("BTCUSDT", BEGINNING.minusSeconds(86_400));
        two.venue.records.add(before);
        assertThat(compared(Optional.empty()).equal()).as("it began with the mirror").isTrue();

        var found = compared(Optional.of(BEGINNING.minusSeconds(200_000)));

        assertThat(found.differences()).extracting(Difference::kind).containsExactly(Kind.ONLY_EXCHANGE);
        assertThat(two.ledger.told).as("a running mirror does not enter it by itself").isEmpty();

        var corrected = done(two.books.correct(MAIN, found.differences()));

        assertThat(corrected.equal()).isTrue();
        assertThat(corrected.since()).as("as far back as before").isEqualTo(found.since());
        assertThat(two.ledger.told).singleElement().isInstanceOf(EntryOrdered.class);
        assertThat(two.ledger.trades.values()).singleElement()
                .satisfies(trade -> assertThat(trade.exit().orElseThrow().closedAt()).isEqualTo(before.closedAt()));
    }

    @Test
    void aLifeThatOnlyTheJournalHasIsWithdrawnWhenTheUserWantsIt() {
        var invented = two.ledger.mirrored(life("BTCUSDT", TEN));

        var found = compared(Optional.empty());
        assertThat(found.differences()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ONLY_JOURNAL);
            assertThat(one.trade().map(Trade::id)).contains(invented.id());
            assertThat(one.record()).isEmpty();
        });

        assertThat(done(two.books.correct(MAIN, found.differences())).equal()).isTrue();
        assertThat(two.ledger.trade(invented.id())).map(Trade::standing).contains(Standing.WITHDRAWN);
    }

    @Test
    void anotherOpenSizeIsToldAndANewAlignmentPutsItRight() {
        two.ledger.snapshot(USDT, List.of(open("BTCUSDT", "2", NOON.minusSeconds(600))));
        two.venue.open.add(open("BTCUSDT", "3", NOON.minusSeconds(600)));

        var found = compared(Optional.empty());

        assertThat(found.differences()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.FIGURES);
            assertThat(one.closedAt()).isEmpty();
            assertThat(one.fields()).containsExactly(field("quantity", "2", "3"));
        });

        assertThat(done(two.books.correct(MAIN, found.differences())).equal()).isTrue();
        assertThat(two.diary).containsExactly("sync");
        assertThat(two.ledger.told).as("an open life is put right by the stream alone").isEmpty();
    }

    @Test
    void whatIsOpenStaysDifferentWhereNoMirrorRunsThatCouldAlign() {
        two.mirrored = false;
        two.venue.open.add(open("BTCUSDT", "3", NOON.minusSeconds(600)));
        var found = compared(Optional.empty());
        assertThat(found.differences()).extracting(Difference::kind).containsExactly(Kind.ONLY_EXCHANGE);

        var corrected = done(two.books.correct(MAIN, found.differences()));

        assertThat(corrected.differences()).hasSize(1);
        assertThat(two.diary).doesNotContain("sync");
        assertThat(two.ledger.told).isEmpty();
    }

    @Test
    void aCloseThatStillWaitsForItsFiguresGetsThemFromItsRecordAndIsNoDifference() {
        var opened = NOON.minusSeconds(1800);
        two.ledger.snapshot(USDT, List.of(open("BTCUSDT", "2", opened)));
        two.ledger.snapshot(USDT, List.of());
        two.now = NOON.plusSeconds(1200);
        var late = life("BTCUSDT", NOON);
        two.venue.records.add(new ClosingRecord(late.slot(), open("BTCUSDT", "2", opened).life(), NOON,
                late.openAverage(), late.closeAverage(), late.openSize(), late.closeSize(), late.gross(), late.openFee(), late.closeFee(),
                late.funding(), late.reportedNet()));

        assertThat(compared(Optional.empty()).equal()).isTrue();
        assertThat(two.ledger.trades.values()).singleElement().satisfies(trade -> {
            assertThat(trade.certainty()).isEqualTo(Certainty.CONFIRMED);
            assertThat(trade.standing()).isEqualTo(Standing.REPORTED);
        });
    }

    @Test
    void aTradeThatClosesBetweenTheTwoReadingsIsNoDifference() {
        two.venue.open.add(open("BTCUSDT", "2", NOON.minusSeconds(600)));
        two.ledger.snapshot(USDT, two.venue.open);
        two.venue.meanwhile.add(() -> {
            two.venue.open.clear();
            two.venue.records.add(life("BTCUSDT", NOON));
            two.ledger.mirrored(life("BTCUSDT", NOON));
        });

        var found = compared(Optional.empty());

        assertThat(found.equal()).isTrue();
        assertThat(two.venue.asked).as("looked at once more").hasSize(2);
    }

    @Test
    void aDifferenceThatIsAnotherEachTimeIsNone() {
        two.venue.open.add(open("BTCUSDT", "2", NOON.minusSeconds(600)));
        two.ledger.snapshot(USDT, two.venue.open);
        for (var size : List.of("4", "6")) {
            // the venue's answer is older than what the journal has by then
            two.venue.meanwhile.add(() -> two.ledger.snapshot(USDT, List.of(open("BTCUSDT", size, NOON.minusSeconds(600)))));
        }
        two.venue.meanwhile.add(() -> two.ledger.snapshot(USDT, two.venue.open));

        assertThat(compared(Optional.empty()).equal()).isTrue();
        assertThat(two.venue.asked).hasSize(3);
    }

    @Test
    void aPositionThatGrowsAllTheTimeIsNoDifference() {
        two.venue.open.add(open("BTCUSDT", "2", NOON.minusSeconds(600)));
        two.ledger.snapshot(USDT, two.venue.open);
        for (var size : List.of("4", "6", "8")) {
            two.venue.meanwhile.add(() -> {
                two.venue.open.set(0, open("BTCUSDT", size, NOON.minusSeconds(600)));
                two.ledger.snapshot(USDT, two.venue.open);
            });
        }

        // 2 beside 4, 4 beside 6, 6 beside 8: neither side stands still
        assertThat(compared(Optional.empty()).equal()).isTrue();
        assertThat(two.venue.asked).hasSize(3);
    }

    @Test
    void aJournalThatStandsStillWhileThePositionGrowsIsDifferent() {
        two.ledger.snapshot(USDT, List.of(open("BTCUSDT", "2", NOON.minusSeconds(600))));
        two.venue.open.add(open("BTCUSDT", "3", NOON.minusSeconds(600)));
        for (var size : List.of("4", "6", "8")) {
            two.venue.meanwhile.add(() -> two.venue.open.set(0, open("BTCUSDT", size, NOON.minusSeconds(600))));
        }

        assertThat(compared(Optional.empty()).differences()).singleElement()
                .satisfies(one -> assertThat(one.fields()).containsExactly(field("quantity", "2", "6")));
    }

    @Test
    void livesThatFollowEachOtherWithinSecondsAreNotMissedForBeingOverWhenTheJournalIsRead() {
        two.venue.open.add(open("BTCUSDT", "2", NOON.minusSeconds(9)));
        for (var opened : List.of(NOON.minusSeconds(6), NOON.minusSeconds(3), NOON)) {
            // the venue listed it, and by the time the journal is read it is over and the next one is listed
            two.venue.meanwhile.add(() -> two.venue.open.set(0, open("BTCUSDT", "2", opened)));
        }

        assertThat(compared(Optional.empty()).equal()).isTrue();
        assertThat(two.venue.asked).hasSize(3);
    }

    @Test
    void anAccountThatIsNotMirroredIsAskedOverAConnectionOfItsOwnThatIsEnded() {
        two.mirrored = false;
        bothHave("BTCUSDT", TEN);

        assertThat(compared(Optional.empty()).equal()).isTrue();
        assertThat(two.diary).containsExactly("a connection of its own for main", "ended");
    }

    @Test
    void aVenueThatRefusesIsAFailureInItsOwnWordsAndTheConnectionIsEnded() {
        two.mirrored = false;
        two.venue.refusals.add(new VenueProblem(Remedy.ASK_USER, Optional.of("40012"), "The key is not accepted."));

        assertThatThrownBy(() -> compared(Optional.empty())).hasCauseInstanceOf(VenueProblem.class)
                .hasRootCauseMessage("The key is not accepted.");
        assertThat(two.diary).containsExactly("a connection of its own for main", "ended");
        assertThat(two.books.last(MAIN)).isEmpty();
    }

    @Test
    void aVenueThatIsBusyIsAskedAgainAFewTimes() {
        bothHave("BTCUSDT", TEN);
        two.venue.refusals.add(new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many requests."));
        two.venue.refusals.add(new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many requests."));

        assertThat(compared(Optional.empty()).equal()).isTrue();
        assertThat(two.venue.asked).hasSize(3);
    }

    @Test
    void aVenueThatStaysAwayIsAFailureAfterFourTries() {
        for (int i = 0; i < 4; i++) {
            two.venue.refusals.add(new VenueProblem(Remedy.RETRY, Optional.of("UNREACHABLE"), "Bitget was not reached."));
        }

        assertThatThrownBy(() -> compared(Optional.empty())).hasRootCauseMessage("Bitget was not reached.");
        assertThat(two.venue.asked).hasSize(4);
    }

    @Test
    void aMissingKeyIsAFailureInTheVaultsWords() {
        two.mirrored = false;
        two.key = Optional.empty();

        assertThatThrownBy(() -> compared(Optional.empty())).hasCauseInstanceOf(VenueProblem.class)
                .hasRootCauseMessage("There is no key of this account.");
    }

    @Test
    void aJournalThatCannotBeReadIsAFailureInItsWords() {
        two.ledger.broken = Optional.of(new JournalProblem(JournalProblem.Remedy.REPORT, "The journal cannot be read."));

        assertThatThrownBy(() -> compared(Optional.empty())).hasCauseInstanceOf(JournalProblem.class)
                .hasRootCauseMessage("The journal cannot be read.");
    }

    @Test
    void noMoreIsComparedThanTheVenueTells() {
        var found = compared(Optional.of(NOON.minus(Duration.ofDays(400))));

        // 90 days, less ten minutes for the edge that moves while one asks
        assertThat(found.since()).isEqualTo(NOON.minus(Duration.ofDays(90)).plus(Duration.ofMinutes(10)));
    }

    @Test
    void aRemovedAccountIsNotCompared() {
        two.accounts.replaceAll(account -> account.gone());

        assertThatThrownBy(() -> compared(Optional.empty())).hasCauseInstanceOf(AccountProblem.class);
    }

    private static ClosingRecordSeen seen(ClosingRecord record) {
        return new ClosingRecordSeen(record, NOON);
    }

    private Trade bothHave(String symbol, Instant closedAt) {
        two.venue.records.add(life(symbol, closedAt));
        return two.ledger.mirrored(life(symbol, closedAt));
    }

    private Comparison compared(Optional<Instant> since) {
        return done(two.books.compare(MAIN, since));
    }

    private Comparison done(CompletionStage<Comparison> coming) {
        two.pass(A_WHILE);
        assertThat(coming.toCompletableFuture()).as("comes to an end").isDone();
        return coming.toCompletableFuture().join();
    }

    private static Difference.Field field(String name, String journal, String exchange) {
        return new Difference.Field(name, Optional.of(number(journal)), Optional.of(number(exchange)));
    }
}
