package org.mirrorbook.domain.lifecycle;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;

/** Explains what was inferred earlier, after an observation brought fills, or steps that fills may explain. */
final class Settlement {

    private final Explanation explanation;

    Settlement(Explanation explanation) {
        this.explanation = explanation;
    }

    void settle(BookDraft draft) {
        for (var market : draft.unsettled()) {
            if (draft.loose().all().isEmpty()) {
                return;
            }
            draft.trades(market).forEach(trade -> explain(draft, trade));
            // of hundreds that ended in the last half hour nearly all are explained, and each look at the market costs as many steps
            draft.trades(market).stream().filter(Settlement::isCloseInferred).map(Trade::id)
                    .forEach(id -> explainFlip(draft, id, market));
        }
    }

    private void explain(BookDraft draft, Trade trade) {
        var known = draft.knownUntil(trade);
        var current = trade;
        var next = explanation.ofFirstStep(draft, current, known);
        while (next.isPresent()) {
            current = explained(draft, current, next.get());
            next = explanation.ofFirstStep(draft, current, known);
        }
        var before = current;
        explanation.asAWhole(draft, before, known).ifPresent(whole -> explained(draft, before, whole));
    }

    private void explainFlip(BookDraft draft, TradeId id, BookDraft.Market market) {
        var trades = draft.trades(market);
        var closing = trades.stream().filter(trade -> trade.id().equals(id)).findFirst().orElseThrow();
        if (!isCloseInferred(closing)) {
            return;
        }
        var slot = closing.slot().opposite();
        for (var opening : trades) {
            if (opening.slot().equals(slot) && opening.executions().getFirst().inferred()
                    && !opening.openedAt().isBefore(closing.openedAt())) {
                var size = opening.executions().getFirst().quantity();
                var flipped = explanation.ofFlip(draft, closing, size, draft.knownUntil(closing));
                if (flipped.isPresent()) {
                    explained(draft, closing, flipped.get());
                    explain(draft, opening);
                    return;
                }
            }
        }
    }

    private static boolean isCloseInferred(Trade trade) {
        return !trade.isOpen() && trade.executions().getLast().inferred();
    }

    private Trade explained(BookDraft draft, Trade before, Trade after) {
        var figured = refigured(draft, after);
        draft.replace(figured);
        Facts.explained(before, figured).forEach(draft::emit);
        if (figured.isOpen()) {
            Facts.figures(before, figured, draft.knownUntil(figured)).forEach(draft::emit);
        }
        return figured;
    }

    /** The figures that follow from the steps. Those of a confirmed trade are the record's; only fees in other coins come from fills. */
    private static Trade refigured(BookDraft draft, Trade trade) {
        if (trade.isOpen()) {
            var row = draft.open(trade.slot()).orElseThrow().row();
            return trade.with(Figures.result(trade, row));
        }
        if (trade.certainty() == Certainty.CONFIRMED) {
            return trade.with(withOtherFees(trade.result(), new Steps(trade.executions()), trade.slot().marginCoin()));
        }
        var row = draft.awaiting(trade.id()).orElseThrow().row();
        return Closing.provisional(trade, row, trade.exit().orElseThrow().closedAt(), trade.certainty(), trade.found());
    }

    private static Result withOtherFees(Result result, Steps steps, String coin) {
        return new Result(result.realised(), result.unrealised(), result.fees(), result.funding(), result.openFee(), result.closeFee(),
                result.reportedNet(), steps.feesNotIn(coin));
    }
}
