package org.mirrorbook.exchange.bitget.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Scope;

/** Orders, for what they say about why they closed (protocol notes, Bitget 5.2 and 6.3). Their figures come with their fills. */
public final class OrderRows {

    private static final String ONE_WAY = "one_way_mode";

    private OrderRows() {
    }

    /**
     * The orders of a push whose kind forces a reason. The stream tells no source, so of other orders only the history knows why.
     *
     * @param strange hears of each kind that is not documented
     */
    public static List<OrderNote> forced(Scope scope, List<WireRow> rows, Consumer<String> strange) {
        rows.forEach(row -> {
            row.needName("orderId");
            tell(row, strange);
        });
        return rows.stream().flatMap(row -> row.text("tradeSide").flatMap(CloseReasons::forced).map(reason -> note(scope, row, reason))
                .stream()).toList();
    }

    /**
     * The orders of a history that closed and say why.
     *
     * @param strange hears of each kind and each source that is not documented
     */
    public static List<OrderNote> closing(Scope scope, List<WireRow> rows, Consumer<String> strange) {
        return rows.stream().filter(OrderRows::closed).flatMap(row -> {
            tell(row, strange);
            row.text("orderSource").filter(source -> !CloseReasons.isKnown(source))
                    .ifPresent(source -> strange.accept("orderSource has the unknown value \"" + Words.excerpt(source) + "\""));
            return CloseReasons.ofOrder(word(row, "tradeSide"), word(row, "orderSource"), word(row, "enterPointSource"))
                    .map(reason -> note(scope, row, reason)).stream();
        }).toList();
    }

    /** When the order last changed: that is when it was done, for one that is done. */
    public static Instant changedAt(WireRow row) {
        return row.time("uTime").or(() -> row.time("cTime")).orElseThrow(() -> new UnreadableFrame("uTime is missing"));
    }

    /**
     * Whether an order closed anything. In one-way mode an order does not say so: one that may only reduce, that comes from a stop or the
     * like, or that realised a profit did.
     */
    private static boolean closed(WireRow row) {
        if (row.decimalOrZero("baseVolume").signum() == 0) {
            return false;
        }
        var kind = word(row, "tradeSide");
        if (CloseReasons.forced(kind).isPresent() || kind.equalsIgnoreCase("close")) {
            return true;
        }
        return word(row, "posMode").equalsIgnoreCase(ONE_WAY) && (word(row, "reduceOnly").equalsIgnoreCase("yes")
                || CloseReasons.closes(word(row, "orderSource"))
                || row.decimalOrZero("totalProfits").compareTo(BigDecimal.ZERO) != 0);
    }

    private static OrderNote note(Scope scope, WireRow row, CloseReason reason) {
        return new OrderNote(scope, Words.symbol(row, "instId", "symbol"), row.needName("orderId"), reason, changedAt(row));
    }

    private static void tell(WireRow row, Consumer<String> strange) {
        Words.strangeKind(row).ifPresent(kind -> strange.accept("tradeSide has the unknown value \"" + Words.excerpt(kind) + "\""));
    }

    private static String word(WireRow row, String field) {
        return row.text(field).orElse("");
    }
}
