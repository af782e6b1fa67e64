package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of one contract: a seeded random walk in whole ticks, drawn back a little to its start so that it does not wander off in the
 * course of days. The same seed and number of steps give the same price. Not safe for use from several threads.
 */
final class Walk {

    /** Four dice of this many sides make a bell-shaped move with a standard deviation near 1,155. */
    private static final int SIDES = 2_001;
    private static final long BELL_WIDTH = 1_155;
    private static final long PULL = 20_000;
    private static final long MILLION = 1_000_000;

    private final Contract contract;
    private final Dice dice;
    private final long anchor;
    private long step;
    private long ticks;
    private long high;
    private long low;

    Walk(Contract contract, long seed) {
        this.contract = contract;
        this.dice = new Dice(seed, "walk " + contract.symbol());
        this.anchor = contract.startPrice().divideToIntegralValue(contract.tick()).longValueExact();
        this.ticks = anchor;
        this.high = anchor;
        this.low = anchor;
    }

    void step() {
        step++;
        long bell = 0;
        for (int die = 0; die < 4; die++) {
            bell += dice.roll(step * 8 + die, SIDES) - SIDES / 2;
        }
        long move = Math.floorDiv(ticks * contract.volatilityPpm() * bell + MILLION * BELL_WIDTH / 2, MILLION * BELL_WIDTH);
        long pull = (anchor - ticks) / PULL;
        ticks = Math.max(1, ticks + move + pull);
        high = Math.max(high, ticks);
        low = Math.min(low, ticks);
    }

    Quote quote() {
        int wobble = dice.roll(step * 8 + 5, 3) - 1;
        return new Quote(contract, step, price(ticks), price(Math.max(1, ticks - 1)), price(ticks + 1), price(Math.max(1, ticks + wobble)),
                price(anchor), price(high), price(low));
    }

    /** Puts the price where it is wanted, to the next tick; the walk goes on from there. */
    void jump(BigDecimal price) {
        ticks = Math.max(1, price.divide(contract.tick(), 0, RoundingMode.HALF_UP).longValueExact());
        high = Math.max(high, ticks);
        low = Math.min(low, ticks);
    }

    PriceState state() {
        return new PriceState(contract.symbol(), step, ticks, high, low);
    }

    void resume(PriceState state) {
        step = state.step();
        ticks = state.ticks();
        high = state.high();
        low = state.low();
    }

    private BigDecimal price(long inTicks) {
        return contract.tick().multiply(BigDecimal.valueOf(inTicks));
    }
}
