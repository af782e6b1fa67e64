package org.mirrorbook.exchange.bitget.unified;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.bitget.wire.CloseReasons;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * The words of the third version of the protocol, in the domain's (protocol notes, Bitget 5.2 and 7). A word for a side or a mode that is
 * not known is refused and never guessed.
 */
final class UnifiedWords {

    private static final List<String> FORCED = List.of("reduce_", "burst_", "offset_", "delivery_", "dte_sys_adl_");

    private UnifiedWords() {
    }

    /** The side of a position: the stream's fills and orders say {@code holdSide}, everything else {@code posSide}. */
    static Side side(WireRow row) {
        var word = row.text("posSide").or(() -> row.text("holdSide")).orElseThrow(() -> new UnreadableFrame("posSide is missing"));
        return side(word).orElseThrow(() -> unknown("posSide", word));
    }

    /** The side of the position that an order or a fill is about; absent where it names none, as in one-way mode. */
    static Optional<Side> held(WireRow row) {
        return row.text("posSide").or(() -> row.text("holdSide")).flatMap(UnifiedWords::side);
    }

    static MarginMode marginMode(WireRow row) {
        var word = row.needText("marginMode");
        return switch (lower(word)) {
            case "crossed", "cross" -> MarginMode.CROSSED;
            case "isolated", "fixed" -> MarginMode.ISOLATED;
            default -> throw unknown("marginMode", word);
        };
    }

    /** Whether the market direction is to buy: by the side of the position where both are told, since that cannot be misread. */
    static boolean buys(WireRow row, boolean hedge) {
        var kind = tradeSide(row);
        if (kind.endsWith("close_long") || kind.endsWith("close_short")) {
            return kind.endsWith("close_short");
        }
        var held = held(row);
        if (hedge && held.isPresent() && (kind.equals("open") || kind.equals("close"))) {
            return (held.get() == Side.LONG) == kind.equals("open");
        }
        var word = row.needText("side");
        return switch (lower(word)) {
            case "buy" -> true;
            case "sell" -> false;
            default -> throw unknown("side", word);
        };
    }

    /**
     * Whether a fill opens or closes. Absent in one-way mode, where the open position decides; what realises a profit does not open,
     * whatever it is called.
     */
    static Optional<Fill.Effect> effect(WireRow row, boolean hedge) {
        var kind = tradeSide(row);
        if (FORCED.stream().anyMatch(kind::startsWith)) {
            return Optional.of(Fill.Effect.CLOSE);
        }
        if (hedge && kind.equals("close")) {
            return Optional.of(Fill.Effect.CLOSE);
        }
        return hedge && kind.equals("open") && row.decimalOrZero("execPnl").signum() == 0 ? Optional.of(Fill.Effect.OPEN)
                : Optional.empty();
    }

    /** Why a forced execution closes; absent where the trader's own order did it. */
    static Optional<CloseReason> forcedFill(WireRow row) {
        return CloseReasons.ofFill(tradeSide(row)).or(() -> byExecution(row));
    }

    /** Why a forced order closes; absent where it is the trader's own. */
    static Optional<CloseReason> forcedOrder(WireRow row) {
        return CloseReasons.forced(tradeSide(row)).or(() -> byExecution(row));
    }

    private static Optional<CloseReason> byExecution(WireRow row) {
        return switch (lower(row.text("execType").orElse(""))) {
            case "liquidation", "reduce", "offset" -> Optional.of(CloseReason.LIQUIDATION);
            case "adl" -> Optional.of(CloseReason.ADL);
            case "delivery" -> Optional.of(CloseReason.DELIVERY);
            default -> Optional.empty();
        };
    }

    static String symbol(WireRow row) {
        return row.needName("symbol").toUpperCase(Locale.ROOT);
    }

    static String coin(WireRow row) {
        return row.needName("coin").toUpperCase(Locale.ROOT);
    }

    static String tradeSide(WireRow row) {
        return lower(row.text("tradeSide").orElse(""));
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Optional<Side> side(String word) {
        return switch (lower(word)) {
            case "long" -> Optional.of(Side.LONG);
            case "short" -> Optional.of(Side.SHORT);
            default -> Optional.empty();
        };
    }

    private static UnreadableFrame unknown(String field, String word) {
        return new UnreadableFrame(field + " has the unknown value \"" + word.substring(0, Math.min(word.length(), 24)) + "\"");
    }
}
