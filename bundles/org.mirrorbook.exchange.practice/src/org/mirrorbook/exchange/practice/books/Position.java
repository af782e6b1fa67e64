package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One open life of a position; immutable. Adding moves the average entry, reducing keeps it (protocol notes, Bitget 3.5); id and birth
 * stay for the whole life.
 *
 * @param total open size, always positive
 * @param openPriceAvg average entry of the open size
 * @param cTime first fill, in ms since 1970
 * @param uTime last change of any kind
 * @param addedMargin put to an isolated position by hand, beside what its leverage asks for
 */
public record Position(long posId, Contract contract, HoldSide side, MarginMode marginMode, PositionMode mode, int leverage,
        BigDecimal total, BigDecimal openPriceAvg, LifeTotals totals, long cTime, long uTime, BigDecimal addedMargin) {

    private static final int AVERAGE_SCALE = 12;

    /** Fills in what memories older than added margin do not know. */
    public Position {
        addedMargin = addedMargin == null ? BigDecimal.ZERO : addedMargin;
    }

    static Position open(long posId, Contract contract, HoldSide side, MarginMode marginMode, PositionMode mode, int leverage,
            BigDecimal size, BigDecimal price, long birth, long at) {
        return new Position(posId, contract, side, marginMode, mode, leverage, size, price,
                LifeTotals.none().opened(size, price, contract.fee(size, price)), birth, at, BigDecimal.ZERO);
    }

    Position add(BigDecimal size, BigDecimal price, long at) {
        BigDecimal larger = total.add(size);
        BigDecimal average = openPriceAvg.multiply(total).add(price.multiply(size)).divide(larger, AVERAGE_SCALE, RoundingMode.HALF_UP);
        return new Position(posId, contract, side, marginMode, mode, leverage, larger, average.stripTrailingZeros(),
                totals.opened(size, price, contract.fee(size, price)), cTime, at, addedMargin);
    }

    /** The position after closing a part or all of it; a total of zero means that the life is over. */
    Position reduce(BigDecimal size, BigDecimal price, long at) {
        return new Position(posId, contract, side, marginMode, mode, leverage, total.subtract(size), openPriceAvg,
                totals.closed(size, price, profitAt(price, size), contract.fee(size, price)), cTime, at, addedMargin);
    }

    Position fund(BigDecimal amount, long at) {
        return new Position(posId, contract, side, marginMode, mode, leverage, total, openPriceAvg, totals.funded(amount), cTime, at,
                addedMargin);
    }

    Position withLeverage(int changed, long at) {
        return new Position(posId, contract, side, marginMode, mode, changed, total, openPriceAvg, totals, cTime, at, addedMargin);
    }

    Position withAddedMargin(BigDecimal amount, long at) {
        return new Position(posId, contract, side, marginMode, mode, leverage, total, openPriceAvg, totals, cTime, at,
                addedMargin.add(amount));
    }

    /** Gross profit or loss of closing the size at the price. */
    public BigDecimal profitAt(BigDecimal price, BigDecimal size) {
        return contract.profit(side, openPriceAvg, price, size);
    }

    public BigDecimal unrealised(BigDecimal mark) {
        return profitAt(mark, total);
    }

    /** Margin held: the entry notional divided by the leverage, and what was added by hand. */
    public BigDecimal marginSize() {
        return contract.notional(total, openPriceAvg)
                .divide(BigDecimal.valueOf(leverage), Contract.AMOUNT_SCALE, RoundingMode.HALF_UP).add(addedMargin);
    }

    /** The exit price at which fees and funding of the whole life, the closing fee included, are paid by the open size. */
    public BigDecimal breakEvenPrice() {
        BigDecimal costs = totals.feesPaid().subtract(totals.fundingOrZero());
        BigDecimal rate = contract.takerRate();
        BigDecimal one = BigDecimal.ONE;
        BigDecimal entryValue = openPriceAvg.multiply(total);
        BigDecimal numerator;
        BigDecimal denominator;
        if (contract.coinMargined()) {
            numerator = entryValue;
            denominator = side == HoldSide.LONG
                    ? total.multiply(one.subtract(rate)).subtract(costs)
                    : total.multiply(one.add(rate)).add(costs);
        } else {
            numerator = side == HoldSide.LONG ? entryValue.add(costs) : entryValue.subtract(costs);
            denominator = total.multiply(side == HoldSide.LONG ? one.subtract(rate) : one.add(rate));
        }
        return denominator.signum() <= 0 ? BigDecimal.ZERO : numerator.divide(denominator, AVERAGE_SCALE, RoundingMode.HALF_UP);
    }
}
