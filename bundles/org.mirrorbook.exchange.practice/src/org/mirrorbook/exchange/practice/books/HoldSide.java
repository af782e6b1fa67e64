package org.mirrorbook.exchange.practice.books;

import java.util.Locale;

/** The direction of a position. */
public enum HoldSide {
    LONG, SHORT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public HoldSide opposite() {
        return this == LONG ? SHORT : LONG;
    }

    /** The market direction of an order that opens this side. */
    public OrderSide opening() {
        return this == LONG ? OrderSide.BUY : OrderSide.SELL;
    }
}
