package org.mirrorbook.exchange.practice.books;

import java.util.Arrays;
import java.util.Optional;

/** Orders that wait for a price to close a position: of a part or of the whole of it (protocol notes, Bitget 5.3 and 6.3). */
public enum PlanKind {
    TAKE_PROFIT("tp", "profit_plan", OrderCause.TAKE_PROFIT, false),
    STOP_LOSS("sl", "loss_plan", OrderCause.STOP_LOSS, false),
    POSITION_TAKE_PROFIT("ptp", "pos_profit", OrderCause.POSITION_TAKE_PROFIT, true),
    POSITION_STOP_LOSS("psl", "pos_loss", OrderCause.POSITION_STOP_LOSS, true);

    private final String wire;
    private final String rest;
    private final OrderCause cause;
    private final boolean whole;

    PlanKind(String wire, String rest, OrderCause cause, boolean whole) {
        this.wire = wire;
        this.rest = rest;
        this.cause = cause;
        this.whole = whole;
    }

    /** The kind for a part, with a size, or for the whole position. */
    public static PlanKind of(boolean profit, boolean whole) {
        if (profit) {
            return whole ? POSITION_TAKE_PROFIT : TAKE_PROFIT;
        }
        return whole ? POSITION_STOP_LOSS : STOP_LOSS;
    }

    public static Optional<PlanKind> named(String restName) {
        return Arrays.stream(values()).filter(kind -> kind.rest.equals(restName)).findFirst();
    }

    /** The word of the stream. */
    public String wire() {
        return wire;
    }

    /** The word of REST. */
    public String rest() {
        return rest;
    }

    public OrderCause cause() {
        return cause;
    }

    /** Whether it closes the whole position, however large that is by then. */
    public boolean isWhole() {
        return whole;
    }

    public boolean isProfit() {
        return this == TAKE_PROFIT || this == POSITION_TAKE_PROFIT;
    }
}
