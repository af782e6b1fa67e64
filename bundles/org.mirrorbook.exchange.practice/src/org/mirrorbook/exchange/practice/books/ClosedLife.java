package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The closing record of one life.
 *
 * @param recordId the id history is paged by; decodes to the close time
 * @param life the position as it ended, with a total of zero; its {@code uTime} is the close time
 */
public record ClosedLife(long recordId, Position life) {

    private static final int AVERAGE_SCALE = 12;

    /** Average entry over all that was opened, so that the gross profit is the difference of the averages times the size. */
    public BigDecimal openPriceAvg() {
        return average(life.totals().openedValue(), life.totals().openedSize());
    }

    public BigDecimal closePriceAvg() {
        return average(life.totals().closedValue(), life.totals().closedSize());
    }

    /** Profit, funding and both fees together; exact, since each part has 8 decimals (protocol notes, Bitget 4.1). */
    public BigDecimal netProfit() {
        LifeTotals totals = life.totals();
        return totals.profit().add(totals.fundingOrZero()).add(totals.openFee()).add(totals.closeFee());
    }

    public long closedAt() {
        return life.uTime();
    }

    private static BigDecimal average(BigDecimal value, BigDecimal size) {
        return value.divide(size, AVERAGE_SCALE, RoundingMode.HALF_UP);
    }
}
