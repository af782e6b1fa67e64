package org.mirrorbook.mirror.reconciliation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Correction;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EntryOrdered;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.TradeDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What puts a difference right. Two kinds: what the mirror would do by itself once its history tells it, which needs nobody's leave, and
 * what the user has to order. Either way it goes through the account's lane, where it is recorded and committed like all else.
 */
final class Remedies {

    private static final Logger LOG = LoggerFactory.getLogger(Remedies.class);

    private static final Comparator<Difference> BY_CLOSE = Comparator
            .comparing(difference -> difference.closedAt().orElse(Instant.MAX));

    private final TradeDesk desk;
    private final JournalReader journal;
    private final Later later;
    private final Clock clock;

    Remedies(TradeDesk desk, JournalReader journal, Later later, Clock clock) {
        this.desk = desk;
        this.journal = journal;
        this.later = later;
        this.clock = clock;
    }

    /**
     * Tells the lane the closing records that a mirror's own reading of history would tell, whether the account is mirrored or not: of
     * lives that ended since it was first mirrored and that the journal lacks, or has without final figures. What cannot be kept stays a
     * difference.
     *
     * @return those that were told, oldest close first
     */
    CompletionStage<List<Difference>> heal(Account account, List<Difference> differences, Instant mirroredSince) {
        var told = new ArrayList<Difference>();
        return each(differences, BY_CLOSE, difference -> ordinary(difference, mirroredSince)
                .map(record -> told(account, difference, new ClosingRecordSeen(record, clock.instant())).thenRun(() -> told.add(difference))
                        .exceptionallyCompose(error -> left(account, difference, Cause.of(error))))
                .orElseGet(Remedies::nothing)).thenApply(done -> List.copyOf(told));
    }

    /** Where another instance has the account, or the journal takes nothing now, comparing itself still makes sense. */
    private static CompletionStage<Void> left(Account account, Difference difference, Throwable error) {
        if (error instanceof JournalProblem problem) {
            LOG.warn("{}: {} {} stays a difference: {}", account.label(), difference.kind(), difference.slot().instrument(),
                    problem.getMessage());
            return nothing();
        }
        return CompletableFuture.failedStage(error);
    }

    /** Puts them right, oldest close first; what is open is left to a new alignment. */
    CompletionStage<Void> correct(Account account, List<Difference> differences, Instant mirroredSince) {
        return each(differences, BY_CLOSE, difference -> correct(account, difference, mirroredSince));
    }

    /**
     * Takes corrections back, newest close first: what was done last goes first.
     *
     * @return fails where a life would be entered again by the next comparison; nothing is changed then
     */
    CompletionStage<Void> takeBack(Account account, List<Difference> differences, Instant mirroredSince) {
        var again = differences.stream().filter(difference -> difference.trade().isEmpty())
                .filter(difference -> ordinary(difference, mirroredSince).isPresent()).findFirst();
        return again.<CompletionStage<Void>>map(difference -> CompletableFuture.failedStage(new JournalProblem(Remedy.ASK_USER,
                "The life of " + difference.slot().instrument() + " ended while the account was mirrored: the next comparison would enter"
                        + " it again. Nothing was changed.")))
                .orElseGet(() -> each(differences, BY_CLOSE.reversed(), difference -> takeBack(account, difference)));
    }

    private CompletionStage<Void> takeBack(Account account, Difference difference) {
        if (difference.trade().isEmpty()) {
            return entered(account, difference).map(trade -> withdraw(account, difference, trade)).orElseGet(Remedies::nothing);
        }
        var former = difference.trade().get();
        // a reader does not know of withdrawn trades
        var now = journal.trade(former.id()).orElseGet(() -> former.with(Standing.WITHDRAWN));
        return told(account, difference, new CorrectionOrdered(now, new Correction.Former(former), clock.instant()));
    }

    private Optional<Trade> entered(Account account, Difference difference) {
        var closedAt = difference.closedAt().orElseThrow();
        return journal.lives(account.id(), closedAt).stream().filter(trade -> trade.slot().equals(difference.slot()))
                .filter(trade -> trade.exit().filter(exit -> exit.closedAt().equals(closedAt)).isPresent()).findFirst();
    }

    /** Whether only what the venue says is open now can put it right, which is told by a new alignment. */
    static boolean needsAlignment(Difference difference) {
        return difference.record().isEmpty() && difference.trade().map(Trade::isOpen).orElse(true);
    }

    private CompletionStage<Void> correct(Account account, Difference difference, Instant mirroredSince) {
        if (needsAlignment(difference)) {
            return nothing();
        }
        var trade = difference.trade();
        if (difference.record().isEmpty()) {
            return withdraw(account, difference, trade.orElseThrow());
        }
        var record = difference.record().get();
        var ordinary = ordinary(difference, mirroredSince);
        if (ordinary.isPresent()) {
            var seen = told(account, difference, new ClosingRecordSeen(record, clock.instant()));
            return trade.isEmpty() ? seen : seen.thenCompose(done -> later.now(() -> stillNotFinal(trade.get())
                    .map(now -> figures(account, difference, now, record)).orElseGet(Remedies::nothing)));
        }
        return trade.map(known -> figures(account, difference, known, record))
                .orElseGet(() -> told(account, difference, new EntryOrdered(record, clock.instant())));
    }

    /** The record that the ordinary road would bring, where there is one. */
    private static Optional<ClosingRecord> ordinary(Difference difference, Instant mirroredSince) {
        return difference.record().filter(record -> difference.trade().map(trade -> trade.certainty() != Certainty.CONFIRMED)
                .orElseGet(() -> !record.closedAt().isBefore(mirroredSince)));
    }

    private Optional<Trade> stillNotFinal(Trade trade) {
        return journal.trade(trade.id()).filter(now -> !now.isOpen() && now.certainty() != Certainty.CONFIRMED);
    }

    private CompletionStage<Void> figures(Account account, Difference difference, Trade trade, ClosingRecord record) {
        return told(account, difference, new CorrectionOrdered(newest(trade), new Correction.Figures(record), clock.instant()));
    }

    private CompletionStage<Void> withdraw(Account account, Difference difference, Trade trade) {
        return told(account, difference, new CorrectionOrdered(newest(trade), new Correction.Withdrawal(), clock.instant()));
    }

    /** As the journal has it by now: what the user planned since it was compared must not be lost. */
    private Trade newest(Trade trade) {
        return journal.trade(trade.id()).orElse(trade);
    }

    private CompletionStage<Void> told(Account account, Difference difference, Observation edit) {
        LOG.info("{}: {} {} {}: {}", account.label(), difference.kind(), difference.slot().instrument(), difference.slot().side(),
                edit.getClass().getSimpleName());
        return desk.tell(account.id(), edit);
    }

    /** One after the other, since those of one slot depend on each other. */
    private CompletionStage<Void> each(List<Difference> differences, Comparator<Difference> order, Step step) {
        var done = nothing();
        for (var difference : differences.stream().sorted(order).toList()) {
            done = done.thenCompose(before -> later.now(() -> step.take(difference)));
        }
        return done;
    }

    private static CompletionStage<Void> nothing() {
        return CompletableFuture.completedStage(null);
    }

    @FunctionalInterface
    private interface Step {
        CompletionStage<Void> take(Difference difference);
    }
}
