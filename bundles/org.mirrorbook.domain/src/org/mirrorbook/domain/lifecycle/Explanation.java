package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;

/**
 * How loose fills explain what snapshots made known (docs/lifecycle.md, rule 6): an inferred step is replaced by consecutive fills that sum
 * to it.
 *
 * <p>The fills of a step are looked for between the step before it and its own time. Which of two equal steps of one trade gets which
 * fill does not matter in the end: the steps of a trade are put in order of time, so the same fills always make the same trade.
 */
final class Explanation {

    /** By how much the times of fills and of rows may differ: they come from different parts of the venue. */
    static final Duration SLACK = Duration.ofMillis(100);

    /** The trade with the last step replaced by the fills that explain it, or as it is. The fills are taken up. */
    Trade ofLastStep(BookDraft draft, Trade trade, Instant knownUntil) {
        return ofStep(draft, trade, trade.executions().size() - 1, knownUntil).orElse(trade);
    }

    /** The trade with its first inferred step that fills explain replaced by them; nothing where there is none. */
    Optional<Trade> ofFirstStep(BookDraft draft, Trade trade, Instant knownUntil) {
        for (int i = 0; i < trade.executions().size(); i++) {
            if (trade.executions().get(i).inferred()) {
                var explained = ofStep(draft, trade, i, knownUntil);
                if (explained.isPresent()) {
                    return explained;
                }
            }
        }
        return Optional.empty();
    }

    /** The trade with all its inferred steps replaced that fills explain one by one. */
    Trade ofEachStep(BookDraft draft, Trade trade, Instant knownUntil) {
        var explained = trade;
        for (var next = Optional.of(trade); next.isPresent(); next = ofFirstStep(draft, explained, knownUntil)) {
            explained = next.get();
        }
        return explained;
    }

    private Optional<Trade> ofStep(BookDraft draft, Trade trade, int index, Instant knownUntil) {
        var steps = trade.executions();
        var step = steps.get(index);
        var first = index == 0;
        var from = first ? trade.openedAt() : steps.get(index - 1).at();
        var until = first ? steps.size() > 1 ? steps.get(1).at() : knownUntil : step.at();
        var explained = run(draft, trade, index, from, until.plus(SLACK));
        if (explained.isEmpty() && first) {
            explained = run(draft, trade, index, earliestStart(draft, trade), until.plus(SLACK));
        }
        return explained;
    }

    /** The first fills of a life may be a little older than its start as a row tells it, but not older than the life before. */
    private static Instant earliestStart(BookDraft draft, Trade trade) {
        var early = trade.openedAt().minus(SLACK);
        return draft.lastClose(trade.slot(), trade.openedAt()).filter(early::isBefore).orElse(early);
    }

    private static Optional<Trade> run(BookDraft draft, Trade trade, int index, Instant from, Instant until) {
        var steps = new Steps(trade.executions());
        var change = Steps.change(steps.list().get(index));
        var before = new Steps(steps.list().subList(0, index)).size();
        return FillRun.summingTo(change, before, draft.loose().concerning(trade, from, until)).flatMap(run -> {
            var explained = withGap(steps.replacing(index, run.steps()), trade);
            if (!fits(explained, trade)) {
                return Optional.empty();
            }
            draft.loose().take(run.fills());
            return Optional.of(trade.withExecutions(explained.list()));
        });
    }

    /**
     * The trade assembled anew from all fills of its time, its own and loose ones, where they make it exactly. Finds what lies between
     * two snapshots of the same size, and mends what was explained by the wrong fills while others were missing. Nothing where they do
     * not fit.
     */
    Optional<Trade> asAWhole(BookDraft draft, Trade trade, Instant knownUntil) {
        var bare = trade.withExecutions(List.of());
        if (draft.loose().concerning(bare, trade.openedAt(), knownUntil).isEmpty()) {
            return Optional.empty();
        }
        var trial = draft.loose().copy();
        trial.giveBack(trade, trade.executions(), draft.mayBeOneWay(trade.slot()), draft.now());
        var first = trade.executions().getFirst().at();
        var from = first.isBefore(trade.openedAt()) ? first : trade.openedAt();
        var all = new FillRun(trial.concerning(bare, from, knownUntil));
        var whole = trade.isOpen() ? Optional.of(all) : all.wholeLife();
        return whole.filter(run -> isWhole(draft, run, trade)).map(run -> {
            trial.take(run.fills());
            draft.loose().become(trial);
            return trade.withExecutions(new Steps(run.steps()).arranged().list());
        });
    }

    /** Whether the fills are all that the trade was: they leave what is open, or nothing, and contradict nothing that rows showed. */
    private static boolean isWhole(BookDraft draft, FillRun run, Trade trade) {
        var left = trade.isOpen() ? trade.terms().quantity() : BigDecimal.ZERO;
        var steps = new Steps(run.steps()).arranged();
        return run.change().compareTo(left) == 0 && !run.fills().getLast().fill().at().isBefore(draft.seenOpenUntil(trade))
                && fits(steps, trade) && steps.growth().compareTo(new Steps(trade.executions()).growth()) >= 0
                && draft.awaiting(trade.id()).map(life -> steps.canClose(life.row().size())).orElse(true);
    }

    private static Steps withGap(Steps steps, Trade trade) {
        return trade.certainty() == Certainty.CONFIRMED ? steps.withoutGap().grownTo(trade.terms().quantity()) : steps;
    }

    /** The steps of a confirmed trade grow to the size that its record states, no more. */
    private static boolean fits(Steps steps, Trade trade) {
        return steps.isOneLife()
                && (trade.certainty() != Certainty.CONFIRMED || steps.growth().compareTo(trade.terms().quantity()) == 0);
    }

    /**
     * The opened trade with those of its fills that are known to be its own, though they do not sum to its size: what they leave of it
     * remains the inferred opening, without a price.
     */
    Optional<Trade> ofOpeningInPart(BookDraft draft, Trade trade, Set<String> fillIds) {
        var opening = trade.executions().getFirst();
        var own = new FillRun(draft.loose().concerning(trade, trade.openedAt(), draft.knownUntil(trade)).stream()
                .filter(fill -> fillIds.contains(fill.fill().fillId())).toList());
        var left = opening.quantity().subtract(own.change());
        if (!opening.inferred() || own.fills().isEmpty() || left.signum() <= 0) {
            return Optional.empty();
        }
        var parts = new ArrayList<Execution>();
        parts.add(Steps.inferred(left, Optional.empty(), Optional.empty(), opening.at()));
        parts.addAll(own.steps());
        var steps = new Steps(trade.executions()).replacing(0, parts);
        if (!steps.isOneLife()) {
            return Optional.empty();
        }
        draft.loose().take(own.fills());
        return Optional.of(trade.withExecutions(steps.list()));
    }

    /**
     * The closing trade of a one-way flip with the fills that closed it; of the one that did both, only its part. The rest stays loose.
     * What was filled at the time of the step before is of that one as long as not all of its fills are known.
     */
    Optional<Trade> ofFlip(BookDraft draft, Trade closing, BigDecimal opposite, Instant until) {
        var steps = new Steps(closing.executions());
        var index = steps.list().size() - 1;
        var step = steps.list().get(index);
        var from = index == 0 ? closing.openedAt() : after(steps.list().get(index - 1));
        return FillRun.flipping(step.quantity(), opposite, draft.loose().concerning(closing, from, until.plus(SLACK))).flatMap(run -> {
            var explained = withGap(steps.replacing(index, run.steps()), closing);
            if (!fits(explained, closing)) {
                return Optional.empty();
            }
            draft.loose().take(run.fills());
            return Optional.of(closing.withExecutions(explained.list()));
        });
    }

    private static Instant after(Execution before) {
        return before.inferred() ? before.at().plusMillis(1) : before.at();
    }
}
