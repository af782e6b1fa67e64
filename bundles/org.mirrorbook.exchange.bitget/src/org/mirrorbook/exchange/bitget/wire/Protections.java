package org.mirrorbook.exchange.bitget.wire;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.ProtectiveOrder.State;
import org.mirrorbook.domain.risk.ProtectionKind;

/**
 * Which waiting orders protect a position, and what became of them (protocol notes, Bitget 5.3 and 6.3). Trigger orders protect nothing.
 * What is preset on an order is not read from there: the venue makes orders of its own of it, which come here by themselves.
 */
public final class Protections {

    private static final String FOLLOWING = "moving_plan";
    /** The words of the stream, then those of REST. A stop that follows the price has no price of its own. */
    private static final Map<String, ProtectionKind> KINDS = Map.ofEntries(
            entry("tp", ProtectionKind.TAKE_PROFIT), entry("ptp", ProtectionKind.TAKE_PROFIT),
            entry("sl", ProtectionKind.STOP_LOSS), entry("psl", ProtectionKind.STOP_LOSS),
            entry("profit_plan", ProtectionKind.TAKE_PROFIT), entry("pos_profit", ProtectionKind.TAKE_PROFIT),
            entry("loss_plan", ProtectionKind.STOP_LOSS), entry("pos_loss", ProtectionKind.STOP_LOSS),
            entry(FOLLOWING, ProtectionKind.STOP_LOSS));
    private static final Set<String> TRIGGER_ORDERS = Set.of("pl", "normal_plan", "track_plan");

    private Protections() {
    }

    /**
     * What a push says of them; an order whose state is not known says nothing.
     *
     * @param strange hears of each kind and each state that is not documented
     */
    public static List<ProtectiveOrder> told(List<PlanOrder> orders, Consumer<String> strange) {
        return orders.stream().flatMap(order -> kind(order, strange)
                .flatMap(kind -> state(order, strange).map(state -> order(order, kind, state))).stream()).toList();
    }

    /**
     * Those of a list of what waits; there an order waits unless its state says otherwise.
     *
     * @param strange as in {@link #told}
     */
    public static List<ProtectiveOrder> waiting(List<PlanOrder> orders, Consumer<String> strange) {
        return orders.stream().flatMap(order -> kind(order, strange)
                .filter(kind -> state(order, strange).orElse(State.WAITING) == State.WAITING)
                .map(kind -> order(order, kind, State.WAITING)).stream()).toList();
    }

    private static ProtectiveOrder order(PlanOrder order, ProtectionKind kind, State state) {
        var price = lower(order.plan()).equals(FOLLOWING) ? Optional.<BigDecimal>empty() : order.triggerPrice();
        return new ProtectiveOrder(order.scope(), order.instrument(), order.side(), order.orderId(), kind, price, order.size(), state,
                order.changedAt());
    }

    private static Optional<ProtectionKind> kind(PlanOrder order, Consumer<String> strange) {
        var word = lower(order.plan());
        var kind = Optional.ofNullable(KINDS.get(word));
        if (kind.isEmpty() && !TRIGGER_ORDERS.contains(word)) {
            strange.accept("planType has the unknown value \"" + Words.excerpt(order.plan()) + "\"");
        }
        return kind;
    }

    /** The two sides of the venue spell the states differently. */
    private static Optional<State> state(PlanOrder order, Consumer<String> strange) {
        return switch (lower(order.status())) {
            case "live", "not_trigger" -> Optional.of(State.WAITING);
            case "executing", "executed" -> Optional.of(State.TRIGGERED);
            case "cancelled", "canceled", "fail_execute", "fail_trigger" -> Optional.of(State.GONE);
            default -> {
                strange.accept("status of a plan has the unknown value \"" + Words.excerpt(order.status()) + "\"");
                yield Optional.empty();
            }
        };
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
