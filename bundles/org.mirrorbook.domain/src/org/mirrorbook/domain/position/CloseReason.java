package org.mirrorbook.domain.position;

/** Why a position was reduced or closed, as its order tells (protocol notes, Bitget 5.2: the orders are the only source). */
public enum CloseReason {
    /** An order that the trader, or his program, placed to close. */
    MANUAL,
    /** A stop-loss order was triggered. */
    STOP,
    /** A take-profit order was triggered. */
    TAKE_PROFIT,
    /** The venue took the position over because its margin was used up. */
    LIQUIDATION,
    /** The venue reduced the position to cover the loss of others (auto-deleveraging). */
    ADL,
    /** Closed to be opened in the other direction at once. */
    REVERSAL,
    /** The contract was delivered or delisted. */
    DELIVERY;

    /** Whether the venue closed, not the trader. */
    public boolean isForced() {
        return this == LIQUIDATION || this == ADL || this == DELIVERY;
    }
}
