package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;

/**
 * The prices of a contract at one moment, in its quote coin.
 *
 * @param step how many steps the walk has made
 * @param open where the walk began
 */
public record Quote(Contract contract, long step, BigDecimal last, BigDecimal bid, BigDecimal ask, BigDecimal mark, BigDecimal open,
        BigDecimal high, BigDecimal low) {

    /** The price a market order of that direction is filled at. */
    public BigDecimal taking(OrderSide side) {
        return side == OrderSide.BUY ? ask : bid;
    }
}
