package org.mirrorbook.exchange.bitget.unified;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Whether both sides of a symbol may be held at once. A unified account has one mode, which its settings tell; one that was classic may
 * keep another where something is open, which the position tells. Fills do not tell it (protocol notes, Bitget 7). Thread-safe.
 */
public final class HoldMode {

    private static final String FIELD = "holdMode";

    private final Map<String, String> bySymbol = new ConcurrentHashMap<>();
    private volatile String account = "";

    /** Takes over what a row says of it, if it does: one with a symbol of that, another of the account. */
    public void note(WireRow row) {
        row.text(FIELD).ifPresent(word -> row.name("symbol").ifPresentOrElse(symbol -> bySymbol.put(symbol, word), () -> {
            account = word;
            bySymbol.clear();
        }));
    }

    /** Whether a row says by its own word that only one side of its symbol can be open. */
    static boolean isOneWay(WireRow row) {
        return row.text(FIELD).map(word -> word.toLowerCase(Locale.ROOT)).filter("one_way_mode"::equals).isPresent();
    }

    /** Whether a row is of hedge mode: by its own word, else by what was noted last. */
    boolean isHedge(WireRow row) {
        var known = row.name("symbol").map(symbol -> bySymbol.getOrDefault(symbol, account)).orElse(account);
        return row.text(FIELD).orElse(known).toLowerCase(Locale.ROOT).equals("hedge_mode");
    }
}
