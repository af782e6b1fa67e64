package org.mirrorbook.certification;

/** How an account holds positions. */
public enum PositionMode {
    /** A long and a short side beside each other. */
    HEDGE,
    /** One side at a time: an order that is larger than the position turns it round. */
    ONE_WAY
}
