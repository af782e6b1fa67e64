package org.mirrorbook.exchange.practice.books;

import java.util.Locale;

/** The market direction of an order. */
public enum OrderSide {
    BUY, SELL;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The side of a position that an order of this direction opens. */
    public HoldSide opens() {
        return this == BUY ? HoldSide.LONG : HoldSide.SHORT;
    }

    public OrderSide opposite() {
        return this == BUY ? SELL : BUY;
    }
}
