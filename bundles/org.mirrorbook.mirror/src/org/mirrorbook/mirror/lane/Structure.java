package org.mirrorbook.mirror.lane;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;

/**
 * Tells what has to be committed at once from what may wait: mark prices come with every row, and one transaction a row would be a journal
 * of ticks. Only figures that the next row or price brings again may wait.
 */
final class Structure {

    private Structure() {
    }

    /** Whether a book without changes is more than its predecessor with other prices. */
    static boolean differs(Book before, Book after, List<Trade> trades) {
        return !before.awaiting().equals(after.awaiting())
                || !before.claimed().equals(after.claimed())
                || !before.historyReadTo().equals(after.historyReadTo())
                || !before.open().keySet().equals(after.open().keySet())
                || trades.stream().anyMatch(trade -> !isRevaluation(before, trade));
    }

    private static boolean isRevaluation(Book before, Trade trade) {
        var life = before.open().get(trade.slot());
        return life != null && withoutProfit(life.trade()).equals(withoutProfit(trade));
    }

    private static Trade withoutProfit(Trade trade) {
        return trade.with(trade.result().withUnrealised(Optional.empty()));
    }
}
