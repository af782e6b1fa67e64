package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A perpetual contract and its arithmetic. Prices are in the quote coin, sizes in the base coin, every amount is in the margin coin and
 * rounded to 8 decimals as the venue rounds each part (protocol notes, Bitget 4.1). A contract whose margin coin is its base coin is
 * coin-margined: its amounts are quote amounts divided by the price at which they arise.
 *
 * @param tick smallest price step
 * @param sizeStep smallest size and step of sizes
 * @param startPrice where the price walk begins and what it is drawn back to
 * @param takerRate fee of a market order, as a part of the notional
 * @param maintenanceRate maintenance margin, as a part of the notional
 * @param volatilityPpm the typical move of the price in one step of the walk, in millionths
 */
public record Contract(String symbol, ProductType product, String baseCoin, String quoteCoin, String marginCoin, BigDecimal tick,
        BigDecimal sizeStep, BigDecimal startPrice, int maxLeverage, BigDecimal takerRate, BigDecimal maintenanceRate, int volatilityPpm) {

    /** Decimals of every amount of the books. */
    public static final int AMOUNT_SCALE = 8;
    private static final int FINE_SCALE = 12;

    public boolean coinMargined() {
        return marginCoin.equals(baseCoin);
    }

    /** What the size is worth at the price. */
    public BigDecimal notional(BigDecimal size, BigDecimal price) {
        return amount(coinMargined() ? size : size.multiply(price));
    }

    /** The trading fee of an execution, negative: it is paid. */
    public BigDecimal fee(BigDecimal size, BigDecimal price) {
        BigDecimal exact = coinMargined() ? size : size.multiply(price);
        return amount(exact.multiply(takerRate)).negate();
    }

    /** Profit, positive, or loss of closing the size at the exit price, before fees and funding. */
    public BigDecimal profit(HoldSide side, BigDecimal entry, BigDecimal exit, BigDecimal size) {
        BigDecimal move = side == HoldSide.LONG ? exit.subtract(entry) : entry.subtract(exit);
        BigDecimal inQuote = move.multiply(size);
        return coinMargined() ? inQuote.divide(exit, AMOUNT_SCALE, RoundingMode.HALF_UP) : amount(inQuote);
    }

    /**
     * The mark price at which margin and loss meet the maintenance need: for a linear long
     * {@code (entry * size - margin) / (size * (1 - maintenance - taker))}. Not positive means there is none.
     *
     * @param backing the margin of an isolated position, the wallet behind a crossed one
     */
    public BigDecimal liquidationPrice(HoldSide side, BigDecimal entry, BigDecimal size, BigDecimal backing) {
        BigDecimal need = maintenanceRate.add(takerRate);
        BigDecimal entryValue = entry.multiply(size);
        BigDecimal numerator;
        BigDecimal denominator;
        if (coinMargined()) {
            numerator = entryValue;
            denominator = side == HoldSide.LONG
                    ? backing.add(size).subtract(size.multiply(need))
                    : size.add(size.multiply(need)).subtract(backing);
        } else if (side == HoldSide.LONG) {
            numerator = entryValue.subtract(backing);
            denominator = size.multiply(BigDecimal.ONE.subtract(need));
        } else {
            numerator = entryValue.add(backing);
            denominator = size.multiply(BigDecimal.ONE.add(need));
        }
        return denominator.signum() <= 0 ? BigDecimal.ZERO : numerator.divide(denominator, FINE_SCALE, RoundingMode.HALF_UP);
    }

    /** The size rounded down to the contract's step. */
    public BigDecimal toStep(BigDecimal size) {
        return size.divideToIntegralValue(sizeStep).multiply(sizeStep);
    }

    public boolean isStep(BigDecimal size) {
        return size.remainder(sizeStep).signum() == 0;
    }

    static BigDecimal amount(BigDecimal exact) {
        return exact.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP);
    }
}
