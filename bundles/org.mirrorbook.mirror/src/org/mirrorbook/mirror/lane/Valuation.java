package org.mirrorbook.mirror.lane;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;

/**
 * The profit of an open position at a mark price, in its margin coin, before costs.
 *
 * <p>Linear contracts: {@code sign × size × (mark − entry)}. Inverse ones are sized in the base coin and pay in it (protocol notes, Bitget
 * 4.1): their worth in quote currency is fixed at the entry, {@code size × entry}, so {@code sign × size × entry × (1/entry − 1/mark)},
 * which is {@code sign × size × (mark − entry) / mark}; the same as a linear profit changed into the coin at the mark. Rounded half-even to
 * 18 digits, since the quotient has no end. Source and reasons: ADR 0003.
 */
final class Valuation {

    private static final int DIGITS = 18;

    private Valuation() {
    }

    static BigDecimal unrealised(Trade trade, BigDecimal mark) {
        var terms = trade.terms();
        var linear = trade.slot().side().sign().multiply(terms.quantity()).multiply(mark.subtract(terms.effectiveEntry()));
        if (!trade.slot().scope().product().inverse()) {
            return Exact.of(linear);
        }
        return Exact.of(linear.divide(mark, DIGITS, RoundingMode.HALF_EVEN));
    }
}
