package org.mirrorbook.exchange.bitget.unified;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.ProtectiveOrder.State;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Stop and take-profit orders of unified accounts, of the topic {@code strategy-order} and of the REST list (protocol notes, Bitget 7).
 * One order may be both at once, with a price for each; then it is told as two, of which the take-profit has the id with
 * {@value #TARGET} behind it.
 *
 * <p>Not known: what becomes of a price that is taken out of an order which keeps the other one. Nothing is concluded from its absence;
 * the list of what waits tells it.
 */
final class UnifiedProtections {

    static final String TARGET = "/tp";

    private UnifiedProtections() {
    }

    /**
     * What a row says; nothing, for a trigger order and for one whose state is not known.
     *
     * @param strange hears of each type and each state that is not documented
     */
    static List<ProtectiveOrder> read(Scope scope, WireRow row, Consumer<String> strange) {
        var id = row.needName("orderId");
        var instrument = UnifiedWords.symbol(row);
        var size = row.decimal("qty").filter(any -> any.signum() != 0);
        if (size.filter(any -> any.signum() < 0).isPresent()) {
            throw new UnreadableFrame("qty is negative");
        }
        var changedAt = row.time("updatedTime").or(() -> row.time("createdTime"))
                .orElseThrow(() -> new UnreadableFrame("updatedTime is missing"));
        var side = UnifiedWords.held(row);
        var stop = price(row, "stopLoss");
        var target = price(row, "takeProfit");
        var triggered = UnifiedWords.lower(row.text("triggerType").orElse(""));
        var orders = new ArrayList<ProtectiveOrder>();
        if (protects(row, strange)) {
            state(row, strange).ifPresent(state -> {
                if (stop.isPresent() || target.isEmpty() && triggered.equals("stoploss")) {
                    orders.add(new ProtectiveOrder(scope, instrument, side, id, ProtectionKind.STOP_LOSS, stop, size,
                            one(state, target.isPresent() && triggered.equals("takeprofit")), changedAt));
                }
                if (target.isPresent() || stop.isEmpty() && triggered.equals("takeprofit")) {
                    orders.add(new ProtectiveOrder(scope, instrument, side, id + TARGET, ProtectionKind.TAKE_PROFIT, target, size,
                            one(state, stop.isPresent() && triggered.equals("stoploss")), changedAt));
                }
                if (orders.isEmpty()) {
                    strange.accept("a tpsl order has neither takeProfit nor stopLoss");
                }
            });
        }
        return List.copyOf(orders);
    }

    /** Those of a list of what waits. */
    static List<ProtectiveOrder> waiting(Scope scope, WireRow row, Consumer<String> strange) {
        return read(scope, row, strange).stream().filter(order -> order.state() == State.WAITING).toList();
    }

    /** When the one of two prices was reached, the order waits for the other one no more. */
    private static State one(State state, boolean otherReached) {
        return state == State.TRIGGERED && otherReached ? State.GONE : state;
    }

    private static Optional<BigDecimal> price(WireRow row, String field) {
        return row.decimal(field).filter(value -> value.signum() > 0);
    }

    private static boolean protects(WireRow row, Consumer<String> strange) {
        var type = UnifiedWords.lower(row.text("type").orElse(""));
        if (!type.equals("tpsl") && !type.equals("trigger")) {
            strange.accept("type of a strategy order is neither tpsl nor trigger");
        }
        return type.equals("tpsl");
    }

    private static Optional<State> state(WireRow row, Consumer<String> strange) {
        return switch (UnifiedWords.lower(row.text("status").orElse(""))) {
            case "pending", "submitting" -> Optional.of(State.WAITING);
            case "success" -> Optional.of(State.TRIGGERED);
            case "failed", "cancelled", "canceled" -> Optional.of(State.GONE);
            default -> {
                strange.accept("status of a strategy order is not known");
                yield Optional.empty();
            }
        };
    }
}
