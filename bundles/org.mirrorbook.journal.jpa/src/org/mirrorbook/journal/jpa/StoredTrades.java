package org.mirrorbook.journal.jpa;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.ConfirmedLife;
import org.mirrorbook.domain.lifecycle.OpenLife;

/**
 * Trades as the database has them. An open one is known by its book; the row of a closed one is read, since a changed break-even rule
 * judges rows without a book's knowing, and sums have to be less by what they were more.
 */
final class StoredTrades {

    /** @param row as it is in the database */
    record Stored(TradeRow row, Trade trade) {
    }

    private final Pen pen;
    private final TradeRows rows;
    private final Book book;
    private final Map<TradeId, Trade> known = new HashMap<>();

    StoredTrades(Pen pen, Tables tables, Book book) {
        this.pen = pen;
        this.rows = new TradeRows(tables);
        this.book = book;
        Stream.of(book.recent().stream().map(ConfirmedLife::trade), book.awaiting().stream().map(ClosedLife::trade),
                book.open().values().stream().map(OpenLife::trade)).flatMap(trades -> trades)
                .forEach(trade -> known.put(trade.id(), trade));
    }

    Book book() {
        return book;
    }

    Optional<Stored> find(TradeId id) throws SQLException {
        var trade = known.get(id);
        if (trade != null && trade.isOpen()) {
            return Optional.of(new Stored(TradeRow.of(trade, 0), trade));
        }
        var found = rows.rows(pen, List.of(id.value()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Stored(found.getFirst(), trade != null ? trade : rows.whole(pen, found).getFirst()));
    }
}
