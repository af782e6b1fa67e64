package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.PositionRow;

/**
 * A life that ended and waits for its closing record.
 *
 * @param row the last row seen, from which a wrong close is revoked
 */
public record ClosedLife(Trade trade, PositionRow row) {

    public ClosedLife {
        requireNonNull(trade);
        requireNonNull(row);
    }
}
