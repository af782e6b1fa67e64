package org.mirrorbook.ui.model;

/** The small shape in a cell that says the same as its colour, for those who cannot tell the colours apart. */
public enum Shape {
    NONE,
    /** Live, and the price is fresh. */
    DOT,
    /** Live with a late price, or not live. */
    DOT_OPEN,
    /** On the way: connecting or reconnecting. */
    RING,
    /** Needs attention. */
    ALERT,
    /** Something comes near, such as the liquidation. */
    WARNING,
    /** Off. */
    BAR,
    UP,
    DOWN,
    /** A profit as of the last message. */
    UP_OPEN,
    DOWN_OPEN,
    /** Figures are awaited. */
    CLOCK,
    /** Figures did not come. */
    QUESTION,
    CHECK,
    CROSS,
    /** Put right by the user. */
    PENCIL,
    /** Two sides are equal. */
    EQUAL,
    /** Two sides differ. */
    DIFFERENT,
    /** Only there. */
    PLUS,
    /** Only here. */
    MINUS,
    /** A position was entered. */
    ENTRY,
    /** A position was closed. */
    SQUARE
}
