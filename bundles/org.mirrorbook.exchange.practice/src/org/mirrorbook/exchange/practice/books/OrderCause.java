package org.mirrorbook.exchange.practice.books;

/** Why there is an order: what REST tells as its source, and part of what it is called in the stream (protocol notes, Bitget 5.2, 6.3). */
public enum OrderCause {
    /** Somebody wanted it. */
    MANUAL("normal"),
    /** The second half of reversing a position in one action. */
    REVERSAL("reverse"),
    /** A take-profit of a part was triggered. */
    TAKE_PROFIT("profit_market"),
    /** A stop-loss of a part was triggered. */
    STOP_LOSS("loss_market"),
    /** The take-profit of the whole position was triggered. */
    POSITION_TAKE_PROFIT("pos_profit_market"),
    /** The stop-loss of the whole position was triggered. */
    POSITION_STOP_LOSS("pos_loss_market"),
    /** The margin was used up. */
    LIQUIDATION("liquidation"),
    /** Taken away to settle the loss of somebody else. */
    ADL("adl");

    private final String source;

    OrderCause(String source) {
        this.source = source;
    }

    /** The word of REST's {@code orderSource}; a market order that somebody wanted is called {@code market} there. */
    public String source() {
        return source;
    }

    /** Whether the venue itself placed the order, against the will of the account. */
    public boolean isForced() {
        return this == LIQUIDATION || this == ADL;
    }
}
