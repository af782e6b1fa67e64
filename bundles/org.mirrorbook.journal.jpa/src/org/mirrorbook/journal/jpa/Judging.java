package org.mirrorbook.journal.jpa;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.JournalBatch;

/**
 * Sees to it that no closed trade is written that was judged by a rule which is not in force any more: between a change of the rule and
 * its being told to a lane, the lane goes on to judge by the former one.
 */
final class Judging {

    /** @param row with the status by the rule in force */
    record Judged(Trade trade, TradeRow row) {
    }

    private final Pen pen;
    private final Rules rules;

    Judging(Pen pen, Rules rules) {
        this.pen = pen;
        this.rules = rules;
    }

    List<Judged> judge(JournalBatch batch) throws SQLException {
        var own = batch.after().around().rule();
        var rule = batch.trades().stream().allMatch(Trade::isOpen) ? own : newer(own, rules.holding(pen));
        var judged = new ArrayList<Judged>();
        for (var trade : batch.trades()) {
            var row = TradeRow.of(trade, trade.isOpen() ? 0 : rule.version());
            if (!trade.isOpen() && rule.version() != own.version()) {
                row.status = Rules.status(rule, row.net, row.riskAmount);
            }
            judged.add(new Judged(trade, row));
        }
        return judged;
    }

    private static BreakEvenRule newer(BreakEvenRule told, BreakEvenRule inForce) {
        return inForce.version() > told.version() ? inForce : told;
    }
}
