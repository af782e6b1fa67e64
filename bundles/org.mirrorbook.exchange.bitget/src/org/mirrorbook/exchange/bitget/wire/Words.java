package org.mirrorbook.exchange.bitget.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Side;

/** Bitget's words for states, in the domain's. A word that is not known is refused and never guessed: it could turn a long into a short. */
final class Words {

    private static final int LONGEST_EXCERPT = 24;

    private static final List<String> FORCED = List.of("reduce_", "burst_", "offset_", "delivery_", "dte_sys_adl_");

    /** Every spelling that is documented (protocol notes, Bitget 5.2). */
    private static final Set<String> KINDS = Set.of("open", "close", "buy_single", "sell_single", "reduce_close_long", "reduce_close_short",
            "burst_close_long", "burst_close_short", "offset_close_long", "offset_close_short", "delivery_close_long",
            "delivery_close_short", "dte_sys_adl_close_long", "dte_sys_adl_close_short", "reduce_buy_single", "reduce_sell_single",
            "burst_buy_single", "burst_sell_single", "delivery_buy_single", "delivery_sell_single", "dte_sys_adl_buy_in_single_side_mode",
            "dte_sys_adl_sell_in_single_side_mode");

    private Words() {
    }

    static Side side(WireRow row) {
        var word = row.needText("holdSide");
        return switch (lower(word)) {
            case "long" -> Side.LONG;
            case "short" -> Side.SHORT;
            default -> throw unknown("holdSide", word);
        };
    }

    /** The side of the position that a waiting order is about; one-way mode says {@code net}, or nothing. */
    static Optional<Side> planned(WireRow row) {
        var word = row.text("posSide").orElse("");
        return switch (lower(word)) {
            case "long" -> Optional.of(Side.LONG);
            case "short" -> Optional.of(Side.SHORT);
            case "", "net" -> Optional.empty();
            default -> throw unknown("posSide", word);
        };
    }

    /** Older data says {@code fixed} for isolated (protocol notes, Bitget 3.3). */
    static MarginMode marginMode(WireRow row) {
        var word = row.needText("marginMode");
        return switch (lower(word)) {
            case "crossed", "cross" -> MarginMode.CROSSED;
            case "isolated", "fixed" -> MarginMode.ISOLATED;
            default -> throw unknown("marginMode", word);
        };
    }

    /**
     * Whether the market direction of a fill is to buy. Where the side of the position is named, that decides: in hedge mode {@code side}
     * means the market direction in the stream, and of a close it may mean the position's elsewhere (protocol notes, Bitget 5.2).
     */
    static boolean buys(WireRow row) {
        var kind = lower(row.text("tradeSide").orElse(""));
        if (kind.endsWith("close_long")) {
            return false;
        }
        if (kind.endsWith("close_short")) {
            return true;
        }
        var held = lower(row.text("posSide").orElse(""));
        if ((kind.equals("open") || kind.equals("close")) && (held.equals("long") || held.equals("short"))) {
            return held.equals("long") == kind.equals("open");
        }
        var word = row.needText("side");
        return switch (lower(word)) {
            case "buy" -> true;
            case "sell" -> false;
            default -> throw unknown("side", word);
        };
    }

    /**
     * Whether a fill opens or closes. Absent in one-way mode, where a fill marked as opening was seen to realise a profit: there the open
     * position decides. What is forced upon a trader (reduction, liquidation, delivery, ADL) always closes.
     */
    static Optional<Fill.Effect> effect(WireRow row) {
        var kind = lower(row.text("tradeSide").orElse(""));
        if (FORCED.stream().anyMatch(kind::startsWith)) {
            return Optional.of(Fill.Effect.CLOSE);
        }
        if (lower(row.text("posMode").orElse("")).equals("one_way_mode")) {
            return Optional.empty();
        }
        return switch (kind) {
            case "open" -> Optional.of(Fill.Effect.OPEN);
            case "close" -> Optional.of(Fill.Effect.CLOSE);
            default -> Optional.empty();
        };
    }

    /** Whether an account can hold both sides of an instrument. */
    static boolean hedging(WireRow row) {
        var word = row.needText("posMode");
        return switch (lower(word)) {
            case "hedge_mode" -> true;
            case "one_way_mode" -> false;
            default -> throw unknown("posMode", word);
        };
    }

    /** The kind of an order or a fill that is none of the documented ones. */
    static Optional<String> strangeKind(WireRow row) {
        return row.text("tradeSide").filter(kind -> !KINDS.contains(lower(kind)));
    }

    /** Symbols are upper case in the stream and were seen in lower case in answers; they are the same instruments. */
    static String symbol(WireRow row, String field, String other) {
        return row.name(field).or(() -> row.name(other)).orElseThrow(() -> new UnreadableFrame(field + " is missing"))
                .toUpperCase(Locale.ROOT);
    }

    /** A coin, in the one case that the stream has. */
    static String coin(WireRow row, String field) {
        return row.needName(field).toUpperCase(Locale.ROOT);
    }

    /** Some characters of a value, for a log line. */
    static String excerpt(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST_EXCERPT)).replaceAll("\\p{Cntrl}", " ");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static UnreadableFrame unknown(String field, String word) {
        return new UnreadableFrame(field + " has the unknown value \"" + excerpt(word) + "\"");
    }
}
