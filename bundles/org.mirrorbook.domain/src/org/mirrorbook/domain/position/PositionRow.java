package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

import org.mirrorbook.domain.money.Exact;

/**
 * One open position as the venue reports it at one moment.
 *
 * @param size open size, never negative; zero means closed
 * @param entryPrice average price of the open size
 * @param updatedAt the venue's time of the row's last change; comparable only with rows of the same life
 */
public record PositionRow(Slot slot, LifeMark life, BigDecimal size, BigDecimal entryPrice, RowFigures figures, Instant updatedAt) {

    public PositionRow {
        requireNonNull(slot);
        requireNonNull(life);
        size = Exact.of(size);
        entryPrice = Exact.of(entryPrice);
        requireNonNull(figures);
        requireNonNull(updatedAt);
        if (size.signum() < 0) {
            throw new IllegalArgumentException("a size is never negative: the side is in the slot");
        }
    }

    /** The same row with other figures. */
    public PositionRow with(RowFigures figures) {
        return new PositionRow(slot, life, size, entryPrice, figures, updatedAt);
    }

    /** The same row with another mark. */
    public PositionRow with(LifeMark mark) {
        return mark.equals(life) ? this : new PositionRow(slot, mark, size, entryPrice, figures, updatedAt);
    }
}
