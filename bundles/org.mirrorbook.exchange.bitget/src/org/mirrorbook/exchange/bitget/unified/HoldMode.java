package org.mirrorbook.exchange.bitget.unified;

import java.util.Locale;

import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Whether an account may hold both sides of a symbol at once. A unified account has one mode for all its products; its settings tell it, and
 * so does each position, but not each fill (protocol notes, Bitget 7). Thread-safe.
 */
public final class HoldMode {

    private static final String FIELD = "holdMode";

    private volatile String newest = "";

    /** Takes over what a row says of it, if it does. */
    public void note(WireRow row) {
        row.text(FIELD).ifPresent(word -> newest = word);
    }

    /** Whether a row is of hedge mode: by its own word, else by the newest of the account. */
    boolean isHedge(WireRow row) {
        return row.text(FIELD).orElse(newest).toLowerCase(Locale.ROOT).equals("hedge_mode");
    }
}
