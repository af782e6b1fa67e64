package org.mirrorbook.mirror.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.BEGINNING;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.MAIN;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.NOON;
import static org.mirrorbook.mirror.reconciliation.TwoBooks.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;

/** The history of comparisons, and corrections that are taken back. */
class RememberedRunsTest {

    private static final Instant TEN = NOON.minusSeconds(7200);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TwoBooks two = new TwoBooks();

    @Test
    void aCorrectionAndItsUndoAreBothInTheHistoryAndTheFiguresAreAsTheyWere() {
        var altered = tampered();
        var before = two.ledger.trade(altered.id()).orElseThrow();
        var found = done(two.books.compare(MAIN, Optional.empty()));

        done(two.books.correct(MAIN, found.differences()));
        assertThat(two.ledger.trade(altered.id())).map(trade -> trade.result().funding().toPlainString()).contains("-0.5");
        var again = done(two.books.takeBack(MAIN, found.differences()));

        assertThat(again.differences()).as("it differs as before").isEqualTo(found.differences());
        assertThat(two.ledger.trade(altered.id())).contains(before);
        assertThat(two.runs.all).extracting(ReconciliationRun::startedBy).containsExactly(StartedBy.HAND, StartedBy.CORRECTION,
                StartedBy.CORRECTION);
        assertThat(two.runs.all).extracting(ReconciliationRun::differences).containsExactly(1, 0, 1);
        assertThat(two.runs.all.get(0).steps()).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(Step.Kind.CORRECTED);
            assertThat(step.instrument()).isEqualTo("ETHUSDT");
            assertThat(step.closedAt()).contains(TEN);
            assertThat(step.fields()).containsExactly("funding", "netPnl");
        });
        assertThat(two.runs.all.get(1).steps()).extracting(Step::kind).containsExactly(Step.Kind.TAKEN_BACK);
        // each looks twice, three seconds apart, where something differs
        assertThat(two.runs.all.getFirst().took()).isEqualTo(Duration.ofSeconds(3));
        assertThat(two.runs.all.getFirst().since()).contains(BEGINNING);
        assertThat(two.compared).isEqualTo(3);
    }

    @Test
    void aTradeThatWasWithdrawnCountsAgain() {
        var lost = two.ledger.mirrored(life("BTCUSDT", TEN));
        var found = done(two.books.compare(MAIN, Optional.empty()));
        done(two.books.correct(MAIN, found.differences()));
        assertThat(two.ledger.trade(lost.id())).map(Trade::standing).contains(Standing.WITHDRAWN);

        var again = done(two.books.takeBack(MAIN, found.differences()));

        assertThat(two.ledger.trade(lost.id())).contains(lost);
        assertThat(again.differences()).isEqualTo(found.differences());
    }

    @Test
    void aLifeFromBeforeTheFirstMirroringThatTheUserHadEnteredIsWithdrawn() {
        var early = BEGINNING.minusSeconds(3600);
        two.venue.records.add(life("BTCUSDT", early));
        var found = done(two.books.compare(MAIN, Optional.of(early.minusSeconds(60))));
        done(two.books.correct(MAIN, found.differences()));
        assertThat(two.ledger.trades.values()).extracting(Trade::standing).containsExactly(Standing.REPORTED);

        var again = done(two.books.takeBack(MAIN, found.differences()));

        assertThat(two.ledger.trades.values()).extracting(Trade::standing).containsExactly(Standing.WITHDRAWN);
        assertThat(again.differences()).isEqualTo(found.differences());
    }

    @Test
    void aLifeThatTheNextComparisonWouldEnterAgainIsLeftAndTheReasonIsSaid() {
        two.venue.records.add(life("BTCUSDT", TEN));
        two.ledger.refusing = Optional.of(new JournalProblem(JournalProblem.Remedy.ASK_USER, "Another instance has it."));
        var found = done(two.books.compare(MAIN, Optional.empty()));
        two.ledger.refusing = Optional.empty();
        done(two.books.correct(MAIN, found.differences()));

        assertThatThrownBy(() -> done(two.books.takeBack(MAIN, found.differences()))).hasMessageContaining("would enter it again");

        assertThat(two.ledger.trades.values()).extracting(Trade::standing).containsExactly(Standing.REPORTED);
    }

    @Test
    void aRunSaysWhatItEnteredByItselfAndWhatItCameFrom() {
        two.venue.records.add(life("BTCUSDT", NOON.minusSeconds(3600)));
        two.rounds.aligned(MAIN);
        two.pass(Rounds.FIRST.plus(Rounds.EVERY).plusSeconds(10));

        assertThat(two.runs.all).extracting(ReconciliationRun::startedBy).containsExactly(StartedBy.CONNECTING, StartedBy.ROUND);
        assertThat(two.runs.all.getFirst().steps()).extracting(Step::kind, Step::instrument)
                .containsExactly(tuple(Step.Kind.ENTERED, "BTCUSDT"));
        assertThat(two.runs.all.getLast().steps()).isEmpty();
    }

    @Test
    void aComparisonThatFailsIsRememberedWithItsReason() {
        two.venue.refusals.add(new VenueProblem(Remedy.ASK_USER, Optional.of("40014"), "The key may not read history."));

        assertThatThrownBy(() -> done(two.books.compare(MAIN, Optional.empty()))).hasMessage("The key may not read history.");

        assertThat(two.runs.all).singleElement().satisfies(run -> assertThat(run.failure()).contains("The key may not read history."));
        assertThat(two.compared).isEqualTo(1);
    }

    @Test
    void aHistoryThatCannotBeWrittenMakesNoComparisonFail() {
        two.runs.broken = Optional.of(new JournalProblem(JournalProblem.Remedy.RETRY, "The disk is full."));

        assertThat(done(two.books.compare(MAIN, Optional.empty())).equal()).isTrue();
    }

    private Trade tampered() {
        two.venue.records.add(life("ETHUSDT", TEN));
        var trade = two.ledger.mirrored(two.venue.records.getLast());
        two.ledger.tamper(trade, "-0.4");
        return trade;
    }

    private <T> T done(CompletionStage<T> stage) {
        two.pass(A_WHILE);
        var future = stage.toCompletableFuture();
        assertThat(future).isDone();
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

}
