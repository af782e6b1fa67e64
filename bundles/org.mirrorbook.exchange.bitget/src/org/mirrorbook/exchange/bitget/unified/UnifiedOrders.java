package org.mirrorbook.exchange.bitget.unified;

import java.util.Optional;

import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.bitget.wire.CloseReasons;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Why orders of unified accounts closed positions, from the topic {@code order} and the REST history (protocol notes, Bitget 5.2 and 7). A
 * word that is not known gives no reason: none is better than a wrong one.
 */
final class UnifiedOrders {

    private static final String NORMAL = "normal";

    private UnifiedOrders() {
    }

    /** What an order that was forced upon the trader says; absent for his own. */
    static Optional<OrderNote> forced(Scope scope, WireRow row) {
        return UnifiedWords.forcedOrder(row).map(reason -> note(scope, row, reason));
    }

    /**
     * What an order that executed says about why it closed; absent where it gives no reason, or where it only opened, which in one-way mode
     * no order says.
     */
    static Optional<OrderNote> closing(Scope scope, WireRow row, boolean hedge) {
        if (row.decimalOrZero("cumExecQty").signum() == 0 || !mayClose(row, hedge)) {
            return Optional.empty();
        }
        return UnifiedWords.forcedOrder(row).or(() -> own(row)).map(reason -> note(scope, row, reason));
    }

    private static boolean mayClose(WireRow row, boolean hedge) {
        if (UnifiedWords.forcedOrder(row).isPresent() || yes(row, "reduceOnly")) {
            return true;
        }
        if (!hedge) {
            // only the position that was open knows, and an order does not tell; the fills that name it do
            return true;
        }
        return UnifiedWords.held(row).filter(held -> UnifiedWords.buys(row, false) == (held == Side.SHORT)).isPresent();
    }

    private static Optional<CloseReason> own(WireRow row) {
        var executed = UnifiedWords.lower(row.text("execType").orElse(NORMAL));
        var placed = row.text("delegateType").orElse(NORMAL);
        return executed.equals(NORMAL) ? CloseReasons.ofOrder("", placed, "") : Optional.empty();
    }

    private static OrderNote note(Scope scope, WireRow row, CloseReason reason) {
        var at = row.time("updatedTime").or(() -> row.time("createdTime")).orElseThrow(() -> new UnreadableFrame("updatedTime is missing"));
        return new OrderNote(scope, UnifiedWords.symbol(row), row.needName("orderId"), reason, at);
    }

    private static boolean yes(WireRow row, String field) {
        return row.text(field).map(UnifiedWords::lower).filter("yes"::equals).isPresent();
    }
}
