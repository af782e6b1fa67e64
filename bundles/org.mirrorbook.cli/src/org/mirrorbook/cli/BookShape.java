package org.mirrorbook.cli;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/**
 * What of a book is written at once and does not wait for the next price: by it a book that was folded is found again in the one that came
 * out of a journal. Times as a journal keeps them, in microseconds.
 *
 * @param open of each slot its trade, and whether it is proven
 * @param waiting ended lives without a record
 */
record BookShape(Map<Slot, Entry<Life, Boolean>> open, Set<Life> waiting, Map<Scope, Instant> readTo) {

    /** A trade without figures that prices move. */
    record Life(TradeId id, TradeStatus status, Certainty certainty, Standing standing, Size size, Earned earned, int moves,
            Optional<Money> oneR) {

        static Life of(Trade trade) {
            var terms = trade.terms();
            var result = trade.result();
            return new Life(trade.id(), trade.status(), trade.certainty(), trade.standing(),
                    new Size(terms.quantity(), terms.effectiveEntry(), terms.leverage(), terms.margin(),
                            trade.executions().size(),
                            trade.executions().stream().filter(Execution::inferred).count()),
                    new Earned(result.realised(), result.fees(), result.funding(), trade.exit().flatMap(Exit::price)),
                    trade.risk().stopLoss().moves().size() + trade.risk().takeProfit().moves().size(), trade.risk().oneR());
        }
    }

    /** How large it is, and by which steps it became so. */
    record Size(BigDecimal quantity, BigDecimal entry, Optional<BigDecimal> leverage, Optional<BigDecimal> margin, int executions,
            long inferred) {
    }

    /** What is settled. */
    record Earned(BigDecimal realised, BigDecimal fees, BigDecimal funding, Optional<BigDecimal> exitPrice) {
    }

    static BookShape of(Book book) {
        var open = book.open().entrySet().stream().collect(toMap(Entry::getKey,
                life -> Map.entry(Life.of(life.getValue().trade()), life.getValue().proven())));
        var waiting = book.awaiting().stream().map(life -> Life.of(life.trade())).collect(Collectors.toSet());
        var readTo = book.historyReadTo().entrySet().stream()
                .collect(toMap(Entry::getKey, cursor -> cursor.getValue().truncatedTo(ChronoUnit.MICROS)));
        return new BookShape(open, waiting, readTo);
    }

    /** Whether a book is more than its predecessor with other prices, though nothing is to be told of it. */
    static boolean differs(Book before, Book after, Collection<Trade> trades) {
        return !before.awaiting().equals(after.awaiting())
                || !before.claimed().equals(after.claimed())
                || !before.historyReadTo().equals(after.historyReadTo())
                || !before.open().keySet().equals(after.open().keySet())
                || trades.stream().anyMatch(trade -> before.open().get(trade.slot()) == null
                        || !Life.of(trade).equals(Life.of(before.open().get(trade.slot()).trade())));
    }
}
