package org.mirrorbook.exchange.practice.books;

/** Whether a symbol holds one position or a long one beside a short one. Chosen per product type. */
public enum PositionMode {
    ONE_WAY("one_way_mode"),
    HEDGE("hedge_mode");

    private final String wire;

    PositionMode(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
