package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.ProtectiveOrder.State;
import org.mirrorbook.domain.risk.ProtectionKind;

/**
 * The stop and take-profit orders of an account: those that wait, and for a while those that ended, so that an old word does not bring
 * them back. Immutable.
 *
 * @param told the newest that is known of each
 */
public record ProtectiveOrders(Map<Key, ProtectionSeen> told) {

    private static final Comparator<ProtectiveOrder> BY_CHANGE = Comparator.comparing(ProtectiveOrder::changedAt)
            .thenComparing(ProtectiveOrder::orderId);

    /** One order of a venue may be stop and target at once, so that its id alone does not name a protection. */
    public record Key(String orderId, ProtectionKind kind) {

        static Key of(ProtectiveOrder order) {
            return new Key(order.orderId(), order.kind());
        }
    }

    /**
     * The price that protects a life now.
     *
     * @param at the venue's time of the newest change of an order that makes it
     */
    record Level(BigDecimal price, Instant at) {
    }

    public ProtectiveOrders {
        told = Map.copyOf(told);
    }

    /** None is known. */
    static ProtectiveOrders none() {
        return new ProtectiveOrders(Map.of());
    }

    /** Those that wait at the venue, in no order. */
    public List<ProtectiveOrder> waiting() {
        return told.values().stream().map(ProtectionSeen::order).filter(order -> order.state() == State.WAITING).toList();
    }

    /** The same with what was told of one order; the same orders where something newer is known of it. */
    ProtectiveOrders with(ProtectionSeen seen) {
        var key = Key.of(seen.order());
        var known = told.get(key);
        if (known != null && (isOlder(seen, known) || seen.equals(known))) {
            return this;
        }
        var next = new HashMap<>(told);
        next.put(key, seen);
        return new ProtectiveOrders(next);
    }

    /** Of one moment, that an order ended is newer than that it waits; what is told again was true until then. */
    private static boolean isOlder(ProtectionSeen seen, ProtectionSeen known) {
        var one = seen.order();
        var two = known.order();
        if (!one.changedAt().equals(two.changedAt())) {
            return one.changedAt().isBefore(two.changedAt());
        }
        return one.state() == State.WAITING && two.state() != State.WAITING
                || one.equals(two) && seen.receivedAt().isBefore(known.receivedAt());
    }

    /** What the venue listed. What waited and is not listed is no more, unless it was heard of after the list was asked for. */
    ProtectiveOrders with(ProtectionsListed list) {
        var orders = this;
        for (var order : list.orders()) {
            orders = orders.with(new ProtectionSeen(order, list.receivedAt()));
        }
        var listed = list.orders().stream().map(Key::of).collect(Collectors.toSet());
        return orders.without(entry -> entry.getValue().order().state() == State.WAITING
                && entry.getValue().order().scope().equals(list.scope()) && !listed.contains(entry.getKey())
                && !entry.getValue().receivedAt().isAfter(list.receivedAt()));
    }

    /** Without those that ended before that time in instruments where nothing is open. */
    ProtectiveOrders withoutEndedBefore(Instant limit, Set<BookDraft.Market> open) {
        return without(entry -> entry.getValue().order().state() != State.WAITING && entry.getValue().receivedAt().isBefore(limit)
                && !open.contains(new BookDraft.Market(entry.getValue().order().scope(), entry.getValue().order().instrument())));
    }

    private ProtectiveOrders without(Predicate<Map.Entry<Key, ProtectionSeen>> ended) {
        if (told.entrySet().stream().noneMatch(ended)) {
            return this;
        }
        var next = new HashMap<>(told);
        next.entrySet().removeIf(ended);
        return new ProtectiveOrders(next);
    }

    /**
     * The price that protects the trade: of an order for the whole position, of several the one changed last; else the average of those for
     * a part, by size. Orders that follow the market have no price.
     *
     * @param open all open trades of its instrument, itself among them
     */
    Optional<Level> level(Trade trade, List<Trade> open, ProtectionKind kind) {
        var orders = told.values().stream().map(ProtectionSeen::order)
                .filter(order -> order.state() == State.WAITING && order.kind() == kind && order.price().isPresent())
                .filter(order -> protects(order, trade, open)).toList();
        var whole = orders.stream().filter(order -> order.size().isEmpty()).max(BY_CHANGE);
        return whole.map(order -> new Level(order.price().orElseThrow(), order.changedAt())).or(() -> average(orders));
    }

    /** Whether one of the trade's orders did what it was for: it left, but nobody took it away. */
    boolean anyTriggered(Trade trade, List<Trade> open, ProtectionKind kind) {
        return told.values().stream().map(ProtectionSeen::order)
                .anyMatch(order -> order.state() == State.TRIGGERED && order.kind() == kind && !order.changedAt().isBefore(trade.openedAt())
                        && protects(order, trade, open));
    }

    /** Whether one of the trade's orders waited before the trade began. */
    boolean anyOlder(Trade trade, List<Trade> open, ProtectionKind kind) {
        return told.values().stream().map(ProtectionSeen::order)
                .anyMatch(order -> order.state() == State.WAITING && order.kind() == kind && order.changedAt().isBefore(trade.openedAt())
                        && protects(order, trade, open));
    }

    private static Optional<Level> average(List<ProtectiveOrder> orders) {
        var parts = orders.stream().filter(order -> order.size().filter(size -> size.signum() > 0).isPresent()).toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var size = BigDecimal.ZERO;
        var value = BigDecimal.ZERO;
        for (var part : parts) {
            size = size.add(part.size().orElseThrow());
            value = value.add(part.size().orElseThrow().multiply(part.price().orElseThrow()));
        }
        return Optional.of(new Level(Figures.quotient(value, size), parts.stream().max(BY_CHANGE).orElseThrow().changedAt()));
    }

    /** An order names no life: it is of the only one it can be of. Where it can be of several, nobody knows. */
    static boolean protects(ProtectiveOrder order, Trade trade, List<Trade> open) {
        var possible = open.stream().filter(other -> other.slot().scope().equals(order.scope()))
                .filter(other -> other.slot().instrument().equals(order.instrument()))
                .filter(other -> order.side().map(side -> side == other.slot().side()).orElse(true)).toList();
        return possible.size() == 1 && possible.getFirst().id().equals(trade.id());
    }
}
