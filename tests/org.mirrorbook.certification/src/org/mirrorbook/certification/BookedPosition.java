package org.mirrorbook.certification;

import java.math.BigDecimal;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Side;

/**
 * An open position, said by the venue's own books, by a row or by the journal in the same words, so that they can be compared.
 *
 * @param entry average of the open size
 */
public record BookedPosition(String symbol, Side side, BigDecimal size, BigDecimal entry) {

    public BookedPosition {
        size = Exact.of(size);
        entry = Exact.of(entry);
    }

    /** As a row says it. */
    public static BookedPosition of(PositionRow row) {
        return new BookedPosition(row.slot().instrument(), row.slot().side(), row.size(), row.entryPrice());
    }

    /** As the journal has it. */
    public static BookedPosition of(Trade open) {
        return new BookedPosition(open.slot().instrument(), open.slot().side(), open.terms().quantity(), open.terms().effectiveEntry());
    }
}
