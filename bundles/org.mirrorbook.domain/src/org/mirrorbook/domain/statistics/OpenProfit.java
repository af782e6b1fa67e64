package org.mirrorbook.domain.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.Slot;

/**
 * The profit of a position at a price, in its margin coin, before costs.
 *
 * <p>Linear contracts: {@code sign × size × (price − entry)}. Inverse ones are sized in the base coin and pay in it (protocol notes, Bitget
 * 4.1): their worth in quote currency is fixed at the entry, {@code size × entry}, so {@code sign × size × entry × (1/entry −
 * 1/price)}, which is {@code sign × size × (price − entry) / price}; the same as a linear profit changed into the coin at that price.
 * Rounded half-even to 18 digits, since the quotient has no end. Source and reasons: ADR 0003.
 */
public final class OpenProfit {

    private static final int DIGITS = 18;

    private OpenProfit() {
    }

    /**
     * Of what the trade holds now.
     *
     * @param mark positive
     */
    public static BigDecimal of(Trade trade, BigDecimal mark) {
        return of(trade.slot(), trade.terms().quantity(), trade.terms().effectiveEntry(), mark);
    }

    /**
     * Of any size and entry in that slot.
     *
     * @param price positive
     */
    public static BigDecimal of(Slot slot, BigDecimal size, BigDecimal entry, BigDecimal price) {
        var linear = slot.side().sign().multiply(size).multiply(price.subtract(entry));
        return Exact.of(slot.scope().product().inverse() ? linear.divide(price, DIGITS, RoundingMode.HALF_EVEN) : linear);
    }
}
