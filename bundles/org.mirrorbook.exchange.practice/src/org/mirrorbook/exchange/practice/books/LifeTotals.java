package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one life of a position has summed up so far, in the margin coin; costs are negative.
 *
 * @param openedSize all that was ever opened in this life, and its exact price times size
 * @param closedSize all that was closed, and its exact price times size
 * @param profit realised, before fees and funding
 * @param funding empty until the first settlement
 */
public record LifeTotals(BigDecimal openedSize, BigDecimal openedValue, BigDecimal closedSize, BigDecimal closedValue, BigDecimal profit,
        BigDecimal openFee, BigDecimal closeFee, Optional<BigDecimal> funding) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    static LifeTotals none() {
        return new LifeTotals(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, Optional.empty());
    }

    LifeTotals opened(BigDecimal size, BigDecimal price, BigDecimal fee) {
        return new LifeTotals(openedSize.add(size), openedValue.add(size.multiply(price)), closedSize, closedValue, profit,
                openFee.add(fee), closeFee, funding);
    }

    LifeTotals closed(BigDecimal size, BigDecimal price, BigDecimal gained, BigDecimal fee) {
        return new LifeTotals(openedSize, openedValue, closedSize.add(size), closedValue.add(size.multiply(price)), profit.add(gained),
                openFee, closeFee.add(fee), funding);
    }

    LifeTotals funded(BigDecimal amount) {
        return new LifeTotals(openedSize, openedValue, closedSize, closedValue, profit, openFee, closeFee,
                Optional.of(funding.orElse(NOTHING).add(amount)));
    }

    /** Trading fees paid so far, positive, as the positions channel reports them (protocol notes, Bitget 3.3). */
    public BigDecimal feesPaid() {
        return openFee.add(closeFee).negate();
    }

    public BigDecimal fundingOrZero() {
        return funding.orElse(NOTHING);
    }
}
