package org.mirrorbook.exchange.practice.trader;

import java.util.List;

import org.mirrorbook.exchange.practice.books.HoldSide;

/**
 * What the trader still means to do with one position.
 *
 * @param steps what is left, in order of time, never empty
 */
record Plan(String symbol, HoldSide side, List<Step> steps) {

    Step next() {
        return steps.getFirst();
    }

    boolean goesOn() {
        return steps.size() > 1;
    }

    /** The plan after its next step; a flip goes on with the other side. */
    Plan done() {
        HoldSide then = next().kind() == Step.Kind.FLIP ? side.opposite() : side;
        return new Plan(symbol, then, List.copyOf(steps.subList(1, steps.size())));
    }
}
