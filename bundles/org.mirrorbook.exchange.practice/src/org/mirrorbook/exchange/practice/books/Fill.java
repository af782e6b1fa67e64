package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;

/**
 * One execution.
 *
 * @param profit gross profit of what the execution closed, zero when it only opened
 * @param fee negative: paid
 * @param tradeSide the order's word, see {@link Order#tradeSide()}
 */
public record Fill(long tradeId, long orderId, String clientOid, Contract contract, OrderSide side, PositionMode mode, String tradeSide,
        BigDecimal price, BigDecimal size, BigDecimal profit, BigDecimal fee, long at, FillStyle style) {

    /** Fills in what memories older than limit orders do not know. */
    public Fill {
        style = style == null ? FillStyle.MARKET : style;
    }

    public BigDecimal quoteVolume() {
        return price.multiply(size);
    }
}
