package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.CostBooked;
import org.mirrorbook.domain.lifecycle.JournalChange.ExecutionExplained;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledIn;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledOut;
import org.mirrorbook.domain.lifecycle.JournalChange.TermsChanged;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.MarginMode;

/** Says as journal changes how two forms of one trade differ. */
final class Facts {

    private Facts() {
    }

    /** The steps that made the position larger or smaller. */
    static List<JournalChange> scaled(Trade trade, List<Execution> steps) {
        return steps.stream().<JournalChange>map(step -> step.kind().grows()
                ? new ScaledIn(trade.id(), step.at(), step.quantity(), step.price(), step.inferred())
                : new ScaledOut(trade.id(), step.at(), step.quantity(), step.price(), step.inferred())).toList();
    }

    /** Leverage, margin and costs. What a crossed position holds of the shared margin moves with each price, and is a figure alone. */
    static List<JournalChange> figures(Trade before, Trade after, Instant at) {
        var facts = new ArrayList<JournalChange>();
        var terms = after.terms();
        if (!terms.leverage().equals(before.terms().leverage()) || isAct(before, after)) {
            facts.add(new TermsChanged(after.id(), at, terms.leverage(), terms.margin()));
        }
        facts.addAll(costs(after, before.result().fees(), before.result().funding(), at));
        return facts;
    }

    private static boolean isAct(Trade before, Trade after) {
        return after.slot().marginMode() == MarginMode.ISOLATED && !after.terms().margin().equals(before.terms().margin());
    }

    /** Fees and funding that differ from those before. */
    static List<JournalChange> costs(Trade after, BigDecimal fees, BigDecimal funding, Instant at) {
        var facts = new ArrayList<JournalChange>();
        if (after.result().fees().compareTo(fees) != 0) {
            facts.add(cost(after, at, CostBooked.Kind.FEE, fees, after.result().fees()));
        }
        if (after.result().funding().compareTo(funding) != 0) {
            facts.add(cost(after, at, CostBooked.Kind.FUNDING, funding, after.result().funding()));
        }
        return facts;
    }

    private static CostBooked cost(Trade trade, Instant at, CostBooked.Kind kind, BigDecimal before, BigDecimal after) {
        var coin = trade.slot().marginCoin();
        return new CostBooked(trade.id(), at, kind, new Money(after.subtract(before), coin), new Money(after, coin));
    }

    /** Steps that others replaced; fills that replace none, because they cancel out, are steps of their own. */
    static List<JournalChange> explained(Trade before, Trade after) {
        var added = without(after.executions(), before.executions());
        var replaced = without(before.executions(), after.executions());
        if (replaced.isEmpty()) {
            return scaled(after, added);
        }
        var facts = new ArrayList<JournalChange>();
        for (var step : replaced) {
            facts.add(new ExecutionExplained(after.id(), step.at(), step, facts.isEmpty() ? added : List.of()));
        }
        return facts;
    }

    /** One for one: two equal steps of one moment are two. */
    private static List<Execution> without(List<Execution> steps, List<Execution> others) {
        var left = new ArrayList<>(others);
        return steps.stream().filter(step -> left.stream().filter(other -> isSame(step, other)).findFirst().filter(left::remove).isEmpty())
                .toList();
    }

    /** The kind may differ: what was the last step of a trade can become one before the last. */
    private static boolean isSame(Execution one, Execution two) {
        return one.fillId().equals(two.fillId()) && one.quantity().equals(two.quantity()) && one.at().equals(two.at())
                && one.kind().grows() == two.kind().grows();
    }

    /** How it ended, as far as is known now. */
    static JournalChange closed(Trade trade) {
        var exit = trade.exit().orElseThrow();
        return new TradeClosed(trade.id(), exit.closedAt(), exit.price(), exit.basis(),
                new Money(Exact.of(trade.result().net()), trade.slot().marginCoin()), trade.found());
    }
}
