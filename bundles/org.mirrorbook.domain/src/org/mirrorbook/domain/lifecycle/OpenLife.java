package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.PositionRow;

/**
 * An open position with its trade.
 *
 * @param row the newest row of this life
 * @param proven false when the life may have been closed and opened again unseen (docs/lifecycle.md, rule 2)
 */
public record OpenLife(Trade trade, PositionRow row, boolean proven) {

    public OpenLife {
        requireNonNull(trade);
        requireNonNull(row);
    }
}
