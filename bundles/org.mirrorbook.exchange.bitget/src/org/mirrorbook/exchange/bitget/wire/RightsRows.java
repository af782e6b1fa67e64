package org.mirrorbook.exchange.bitget.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.Right;

/**
 * What a key may do, from the answer about its account (protocol notes, Bitget 1.4). What the answer does not name is unknown and never
 * taken for denied, unless the list of rights is complete without it.
 *
 * <p>Addresses come as one text with commas or as a list; an empty one means that any may use the key.
 */
public final class RightsRows {

    private static final Set<String> READS_FUTURES = Set.of("cpor", "cpow", "coor", "coow", "readonly", "trade");
    private static final Set<String> TRADES = Set.of("cpow", "coow", "trade");
    private static final String WITHDRAWS = "wwow";
    private static final Set<String> READ_ONLY = Set.of("read_only", "readonly", "read-only");
    private static final Set<String> READ_AND_WRITE = Set.of("read-and-write", "read_and_write", "readwrite", "read-write");

    private RightsRows() {
    }

    /**
     * Of a classic account: codes that end in r (read) or w (write). No code is known for transfers, so they are unknown; a code to write
     * that is not known may be one to trade.
     */
    public static KeyRights classic(WireRow info) {
        var codes = words(info, "authorities").orElse(List.of());
        if (codes.isEmpty()) {
            return new KeyRights(Right.UNKNOWN, Right.UNKNOWN, Right.UNKNOWN, Right.UNKNOWN, addresses(info), Optional.empty());
        }
        boolean strange = codes.stream().anyMatch(code -> code.endsWith("w") && !TRADES.contains(code) && !code.equals(WITHDRAWS));
        boolean transfers = codes.stream().anyMatch(code -> code.contains("transfer"));
        return new KeyRights(
                codes.stream().anyMatch(READS_FUTURES::contains) ? Right.YES : Right.NO,
                codes.stream().anyMatch(TRADES::contains) ? Right.YES : strange ? Right.UNKNOWN : Right.NO,
                codes.stream().anyMatch(code -> code.equals(WITHDRAWS) || code.contains("withdraw")) ? Right.YES : Right.NO,
                transfers ? Right.YES : Right.UNKNOWN,
                addresses(info), Optional.empty());
    }

    /**
     * Of a unified account: whether the key may write at all, and what it is for. A key that may write and manages the account may be able
     * to move money within it, so that transfers are denied only by a key that reads.
     */
    public static KeyRights unified(WireRow info) {
        var type = info.text("permType").orElse("").toLowerCase(Locale.ROOT);
        var rights = words(info, "permissions").orElse(List.of());
        boolean writes = READ_AND_WRITE.contains(type);
        var moves = READ_ONLY.contains(type) ? Right.NO : Right.UNKNOWN;
        var others = READ_ONLY.contains(type) || writes && !rights.isEmpty() ? Right.NO : Right.UNKNOWN;
        boolean trades = writes && rights.stream().anyMatch(right -> right.endsWith("_trade") || right.endsWith("_order"));
        return new KeyRights(
                rights.stream().anyMatch(right -> right.startsWith("uta_")) ? Right.YES : Right.UNKNOWN,
                trades ? Right.YES : others,
                rights.stream().anyMatch(right -> right.contains("withdraw")) ? Right.YES : others,
                rights.stream().anyMatch(right -> right.contains("transfer")) ? Right.YES : moves,
                addresses(info), Optional.empty());
    }

    private static Optional<Set<String>> addresses(WireRow info) {
        return words(info, "ips").map(Set::copyOf);
    }

    /** The words of a field that is a list, or one text with commas; absent where the field is. */
    private static Optional<List<String>> words(WireRow row, String field) {
        return row.texts(field).map(texts -> texts.stream().flatMap(text -> Arrays.stream(text.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).distinct().toList());
    }
}
