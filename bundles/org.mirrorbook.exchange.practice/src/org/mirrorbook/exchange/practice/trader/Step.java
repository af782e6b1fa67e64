package org.mirrorbook.exchange.practice.trader;

import java.math.BigDecimal;

/**
 * One thing the trader means to do.
 *
 * @param at on the trader's own clock, in ms since he began
 * @param size to open, add or reduce; of the new side when flipping; zero when closing, for then all of it goes; of a stop or target its
 * distance from the entry as a part of the price
 */
record Step(long at, Kind kind, BigDecimal size) {

    enum Kind {
        OPEN, ADD, REDUCE, CLOSE, FLIP,
        /** A stop-loss of the whole position. */
        STOP,
        /** The stop is drawn nearer. */
        MOVE_STOP,
        /** A take-profit of the whole position. */
        TARGET;

        /** Whether it trades nothing, and only says where the position is to end. */
        boolean guards() {
            return this == STOP || this == MOVE_STOP || this == TARGET;
        }
    }
}
