package org.mirrorbook.exchange.bitget.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Side;

/** Bitget's words for states, in the domain's. A word that is not known is refused and never guessed: it could turn a long into a short. */
final class Words {

    private static final List<String> FORCED = List.of("reduce_", "burst_", "offset_", "delivery_", "dte_sys_adl_");

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

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static UnreadableFrame unknown(String field, String word) {
        return new UnreadableFrame(field + " has the unknown value \"" + word.substring(0, Math.min(word.length(), 24)) + "\"");
    }
}
