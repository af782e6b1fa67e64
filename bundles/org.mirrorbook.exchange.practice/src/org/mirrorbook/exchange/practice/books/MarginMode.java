package org.mirrorbook.exchange.practice.books;

import java.util.Locale;

/** Whether a position is backed by the whole wallet or by its own margin alone. */
public enum MarginMode {
    CROSSED, ISOLATED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
