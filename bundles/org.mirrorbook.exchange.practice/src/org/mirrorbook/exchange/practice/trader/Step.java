package org.mirrorbook.exchange.practice.trader;

import java.math.BigDecimal;

/**
 * One thing the trader means to do.
 *
 * @param at on the trader's own clock, in ms since he began
 * @param size to open, add or reduce; of the new side when flipping; zero when closing, for then all of it goes
 */
record Step(long at, Kind kind, BigDecimal size) {

    enum Kind {
        OPEN, ADD, REDUCE, CLOSE, FLIP
    }
}
