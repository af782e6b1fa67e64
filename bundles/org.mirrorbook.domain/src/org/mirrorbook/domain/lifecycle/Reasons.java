package org.mirrorbook.domain.lifecycle;

import java.util.Optional;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.CloseExplained;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.position.OrderNote;

/**
 * Why trades were closed: as the order of their last execution says, whichever comes first (docs/lifecycle.md, rule 10). No figure depends
 * on it.
 */
final class Reasons {

    void fold(BookDraft draft, OrderSeen seen) {
        draft.forgetOld();
        draft.orders().add(seen);
    }

    /** A fill that says itself why it closes speaks for its order. */
    void fold(BookDraft draft, FillSeen seen) {
        var fill = seen.fill();
        fill.reason().filter(reason -> !fill.orderId().isEmpty()).ifPresent(reason -> draft.orders().add(
                new OrderSeen(new OrderNote(fill.scope(), fill.instrument(), fill.orderId(), reason, fill.at()), seen.receivedAt())));
    }

    /** Gives each ended trade the reason that is known by now. */
    void settle(BookDraft draft) {
        if (draft.mayKnowMoreReasons()) {
            draft.ended().forEach(trade -> noteOf(draft, trade).ifPresent(note -> explain(draft, trade, note)));
        }
    }

    private static Optional<OrderNote> noteOf(BookDraft draft, Trade trade) {
        return Optional.of(trade.executions().getLast()).flatMap(Execution::orderId).flatMap(draft.orders()::of);
    }

    /** That the venue closed stays so, also when what told it is forgotten and the order alone speaks. */
    private static void explain(BookDraft draft, Trade trade, OrderNote note) {
        var exit = trade.exit().orElseThrow();
        var known = exit.reason().filter(reason -> reason == note.reason() || reason.isForced() && !note.reason().isForced());
        if (known.isEmpty()) {
            draft.replace(trade.with(exit.because(note.reason())));
            draft.emit(new CloseExplained(trade.id(), note.at(), note.reason()));
        }
    }
}
