package org.mirrorbook.mirror;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.exchange.LinkState;

/**
 * One open position with its newest mark price.
 *
 * @param label of its account
 * @param trade as committed; its result carries the profit at the newest mark price
 * @param mark newest mark price, from the public stream or else from the row
 * @param markAt when that price was received; absent when it is the row's
 * @param liquidation price at which the venue would liquidate, as of the newest row; absent where it tells none
 * @param link state of its account's link: figures are as of the last message when it is not live
 */
public record LivePosition(String label, Trade trade, Optional<BigDecimal> mark, Optional<Instant> markAt,
        Optional<BigDecimal> liquidation, LinkState link) {

    public LivePosition {
        requireNonNull(label);
        requireNonNull(trade);
        requireNonNull(mark);
        requireNonNull(markAt);
        requireNonNull(liquidation);
        requireNonNull(link);
    }

    /** A position of which no liquidation price is known. */
    public LivePosition(String label, Trade trade, Optional<BigDecimal> mark, Optional<Instant> markAt, LinkState link) {
        this(label, trade, mark, markAt, Optional.empty(), link);
    }
}
