package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Fill;

/** Folds a fill: it stays loose until something is known that it explains (docs/lifecycle.md, rule 6). */
final class FillFold {

    private final Reasons reasons;

    FillFold(Reasons reasons) {
        this.reasons = reasons;
    }

    void fold(BookDraft draft, FillSeen seen) {
        var fill = seen.fill();
        draft.forgetOld();
        reasons.fold(draft, seen);
        var used = used(draft, fill);
        var left = fill.quantity().subtract(used.stream().map(Execution::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
        if (left.subtract(draft.loose().quantityOf(fill)).signum() <= 0) {
            return;
        }
        draft.loose().add(new FillSeen(used.isEmpty() ? fill : rest(fill, used, left), seen.receivedAt()));
        draft.unsettled(fill.scope(), fill.instrument());
    }

    /** Executions that are this fill, or a part of it. */
    private static List<Execution> used(BookDraft draft, Fill fill) {
        var used = new ArrayList<Execution>();
        for (var trade : draft.trades(new BookDraft.Market(fill.scope(), fill.instrument()))) {
            trade.executions().stream().filter(step -> step.fillId().filter(fill.fillId()::equals).isPresent()).forEach(used::add);
        }
        return used;
    }

    private static Fill rest(Fill fill, List<Execution> used, BigDecimal quantity) {
        var pnl = used.stream().flatMap(step -> step.pnl().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> fees = fill.fees();
        for (var step : used) {
            fees = LooseFills.minus(fees, step.fees());
        }
        return fill.part(quantity, fill.pnl().subtract(pnl), fees);
    }
}
