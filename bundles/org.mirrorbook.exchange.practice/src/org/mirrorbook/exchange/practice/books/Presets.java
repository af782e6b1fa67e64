package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Prices that an opening order brings along: when it is filled, each becomes an order of its own that waits, for as much as was opened.
 */
public record Presets(Optional<BigDecimal> takeProfit, Optional<BigDecimal> stopLoss) {

    private static final Presets NONE = new Presets(Optional.empty(), Optional.empty());

    /** An order without any. */
    public static Presets none() {
        return NONE;
    }

    Optional<BigDecimal> of(boolean profit) {
        return profit ? takeProfit : stopLoss;
    }
}
