package org.mirrorbook.domain.lifecycle;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.statistics.RiskReading;

/**
 * Won, lost or neither: every ended trade by the one break-even rule, whatever changed of it (docs/lifecycle.md, rule 11). The status is
 * derived, so that it is told by no change of its own.
 */
final class Judgement {

    void fold(BookDraft draft, BreakEvenRuleSet set) {
        if (!set.rule().equals(draft.around().rule())) {
            draft.around(draft.around().with(set.rule()));
            draft.ended().forEach(trade -> judge(draft, trade));
        }
    }

    /** Judges what this observation touched. */
    void settle(BookDraft draft) {
        draft.touchedEnded().forEach(trade -> judge(draft, trade));
    }

    private static void judge(BookDraft draft, Trade trade) {
        var status = statusOf(draft.around(), trade);
        if (status != trade.status()) {
            draft.replace(trade.with(status));
        }
    }

    private static TradeStatus statusOf(Surroundings around, Trade trade) {
        var net = trade.result().net();
        var risked = RiskReading.of(trade).riskAmount().map(Money::amount);
        return around.rule().covers(net, risked) ? TradeStatus.BE : TradeStatus.ofNet(net);
    }
}
