package org.mirrorbook.mirror.lane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Transition;

/**
 * What inputs make of a book. Nothing has come of it yet.
 *
 * @param changes of each input, in order
 * @param trades each that is not as it was, in its newest form
 */
record Fold(Book before, Book after, List<List<JournalChange>> changes, Map<TradeId, Trade> trades) {

    static Fold of(Book before, List<Heard> heard, BiFunction<Book, Observation, Transition> lifecycle) {
        var changes = new ArrayList<List<JournalChange>>(heard.size());
        var trades = new LinkedHashMap<TradeId, Trade>();
        var book = before;
        for (var one : heard) {
            var brought = List.<JournalChange>of();
            for (var seen : one.seen()) {
                var step = lifecycle.apply(book, seen);
                book = step.after();
                brought = joined(brought, step.changes());
                for (var trade : step.trades()) {
                    trades.put(trade.id(), trade);
                }
            }
            changes.add(brought);
        }
        return new Fold(before, book, changes, trades);
    }

    private static List<JournalChange> joined(List<JournalChange> one, List<JournalChange> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * Whether it has to be committed at once. Mark prices come with every row, and one transaction a row would be a journal of ticks: only
     * figures of open trades that the next row or price brings again may wait.
     */
    boolean isStructural() {
        for (var brought : changes) {
            if (!brought.isEmpty()) {
                return true;
            }
        }
        return !before.awaiting().equals(after.awaiting())
                || !before.claimed().equals(after.claimed())
                || !before.historyReadTo().equals(after.historyReadTo())
                || before.open().size() != after.open().size()
                || isMore(trades.values());
    }

    private boolean isMore(Collection<Trade> some) {
        for (var trade : some) {
            var life = before.open().get(trade.slot());
            if (life == null || !trade.isOpen() || !differsInFiguresAlone(life.trade(), trade)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differsInFiguresAlone(Trade one, Trade other) {
        var terms = one.terms();
        var result = one.result();
        return one.id().equals(other.id())
                && one.executions().equals(other.executions())
                && terms.quantity().equals(other.terms().quantity())
                && terms.effectiveEntry().equals(other.terms().effectiveEntry())
                && terms.leverage().equals(other.terms().leverage())
                && result.realised().equals(other.result().realised())
                && result.fees().equals(other.result().fees())
                && result.funding().equals(other.result().funding())
                && one.risk().equals(other.risk());
    }
}
