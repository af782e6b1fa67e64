package org.mirrorbook.exchange.practice.trader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Dice;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.trader.Step.Kind;

/**
 * Writes plans: when to open, add, reduce, close or flip, and how much, and where most positions are to end. A plan is a function of the
 * dice, its number and the contract; no price of the moment enters it, so a seed always writes the same script.
 */
final class Script {

    private static final int ROLLS_PER_PLAN = 64;
    private static final long SECOND = 1_000;
    /** Rolls of a plan from here on are about its stop and its target. */
    private static final int GUARDS = 32;
    private static final int NEAREST = 25;
    private static final int FARTHEST = 50;

    private final Dice dice;

    Script(Dice dice) {
        this.dice = dice;
    }

    /**
     * The plan of that number.
     *
     * @param mayFlip whether the position mode allows to close and open the other side in one order
     */
    Plan write(long number, Contract contract, HoldSide side, boolean mayFlip, long start) {
        long first = number * ROLLS_PER_PLAN;
        long life = number == 0 ? between(first, 25, 40) : between(first, 20, 200);
        BigDecimal opened = size(contract, between(first + 1, 150, 1_500));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(start, Kind.OPEN, opened));
        int changes = (int) Math.min(dice.roll(first + 2, 5), life / (6 * SECOND));
        BigDecimal held = opened;
        for (int change = 0; change < changes; change++) {
            long roll = first + 8 + change * 4L;
            long at = start + life * (change + 1) / (changes + 1) + between(roll, -1, 1);
            boolean adds = dice.roll(roll + 1, 100) < 45;
            BigDecimal part = contract.toStep(held.multiply(BigDecimal.valueOf(20 + dice.roll(roll + 2, 35), 2)));
            if (part.signum() > 0) {
                steps.add(new Step(at, adds ? Kind.ADD : Kind.REDUCE, part));
                held = adds ? held.add(part) : held.subtract(part);
            }
        }
        steps.addAll(guards(first + GUARDS, contract, start, life));
        steps.sort(Comparator.comparingLong(Step::at));
        long end = start + life;
        if (mayFlip && number > 0 && dice.roll(first + 3, 6) == 0) {
            steps.add(new Step(end, Kind.FLIP, size(contract, between(first + 4, 150, 900))));
            end += between(first + 5, 20, 90);
        }
        steps.add(new Step(end, Kind.CLOSE, BigDecimal.ZERO));
        return new Plan(contract.symbol(), side, List.copyOf(steps));
    }

    /**
     * Three of four positions get a stop soon after they are opened, half of these a nearer one later, and every third a target. Distances
     * are multiples of what the price moves in one step: the nearest stops are reached now and then, the farthest hardly ever.
     */
    private List<Step> guards(long roll, Contract contract, long start, long life) {
        List<Step> guards = new ArrayList<>();
        if (dice.roll(roll, 4) < 3) {
            int far = NEAREST + dice.roll(roll + 1, FARTHEST - NEAREST);
            guards.add(new Step(start + between(roll + 2, 1, 4), Kind.STOP, distance(contract, far)));
            if (dice.roll(roll + 3, 2) == 0) {
                guards.add(new Step(start + life / 2 + between(roll + 4, 0, 3), Kind.MOVE_STOP, distance(contract, far / 3)));
            }
        }
        if (dice.roll(roll + 5, 3) == 0) {
            int far = FARTHEST + dice.roll(roll + 7, FARTHEST);
            guards.add(new Step(start + between(roll + 6, 2, 6), Kind.TARGET, distance(contract, far)));
        }
        return guards;
    }

    private static BigDecimal distance(Contract contract, int steps) {
        return BigDecimal.valueOf((long) contract.volatilityPpm() * steps, 6);
    }

    /** The size that is worth so many thousandths of a dollar at the contract's start price, at least one step. */
    private static BigDecimal size(Contract contract, long thousandths) {
        BigDecimal exact = BigDecimal.valueOf(thousandths, 3).divide(contract.startPrice(), 12, RoundingMode.DOWN);
        return contract.toStep(exact).max(contract.sizeStep());
    }

    /** A time or an amount between the two, in thousandths. */
    private long between(long roll, int least, int most) {
        return (least + 0L) * SECOND + dice.roll(roll, (most - least) * 1_000 + 1);
    }
}
