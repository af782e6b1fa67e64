package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.BookEvent.LifeEnded;

/** The live orders of an account, those under way and those that rest, and what one being filled does to the others. Not thread-safe. */
final class LiveOrders {

    private final Trades trades;
    private final PlanOrders plans;
    private final IdMint ids;
    private final Map<Long, Order> pending = new LinkedHashMap<>();

    LiveOrders(Trades trades, PlanOrders plans, IdMint ids) {
        this.trades = trades;
        this.plans = plans;
        this.ids = ids;
    }

    void add(Order order) {
        pending.put(order.orderId(), order);
    }

    /** Executes the order at the quote; nothing when there is no such order, or when its limit is not met. */
    List<BookEvent> fill(long orderId, Quote quote, long at) {
        Order order = pending.get(orderId);
        if (order == null || !order.request().crosses(quote)) {
            return List.of();
        }
        FillStyle style = order.request().limit().isPresent() ? FillStyle.LIMIT_TAKING : FillStyle.MARKET;
        return execute(order, quote.taking(order.request().side()), style, at);
    }

    /** Executes, each at its own limit, the resting orders whose price is met. */
    List<BookEvent> meet(Contract contract, Quote quote, long at) {
        List<BookEvent> events = new ArrayList<>();
        for (Order order : all()) {
            OrderRequest request = order.request();
            if (request.contract().equals(contract) && request.limit().isPresent() && request.crosses(quote)
                    && pending.containsKey(order.orderId())) {
                events.addAll(execute(order, request.limit().get(), FillStyle.LIMIT_RESTED, at));
            }
        }
        return events;
    }

    /** Executes an order, be it one of these or one that the venue has just placed itself. */
    List<BookEvent> execute(Order order, BigDecimal price, FillStyle style, long at) {
        pending.remove(order.orderId());
        OrderRequest request = order.request();
        Optional<Position> reduced = trades.reducedBy(request);
        List<BookEvent> events = new ArrayList<>(trades.execute(order, price, style, at));
        if (request.closes() && request.mode() == PositionMode.HEDGE && request.limit().isEmpty()) {
            // since July 2025 a market close takes resting limit closes with it (protocol notes, Bitget 8)
            reduced.ifPresent(position -> events.addAll(cancel(resting -> resting.request().restsToClose(position), at)));
        }
        events.addAll(clearBehind(events, at));
        events.addAll(protect(order, reduced.map(Position::total).orElse(BigDecimal.ZERO), at));
        return events.stream().distinct().toList();
    }

    /** Makes orders of what the order has preset, for the part of it that opened. */
    private List<BookEvent> protect(Order order, BigDecimal closed, long at) {
        OrderRequest request = order.request();
        BigDecimal opened = request.closes() ? BigDecimal.ZERO : request.size().subtract(closed);
        Optional<Position> held = opened.signum() > 0 ? trades.openedBy(request) : Optional.empty();
        List<BookEvent> placed = new ArrayList<>();
        for (boolean profit : new boolean[] {true, false}) {
            Optional<BigDecimal> trigger = request.presets().of(profit);
            if (trigger.isPresent() && held.isPresent()) {
                PlanKind kind = PlanKind.of(profit, false);
                placed.addAll(plans.add(PlanOrder.live(ids.mint(at), "", held.get(), kind, trigger.get(), opened, at)));
            }
        }
        return placed;
    }

    /** What waits to close a position that is gone now is canceled. */
    private List<BookEvent> clearBehind(List<BookEvent> events, long at) {
        List<BookEvent> cleared = new ArrayList<>();
        for (BookEvent event : events) {
            if (event instanceof LifeEnded ended) {
                Position life = ended.closed().life();
                cleared.addAll(cancel(resting -> resting.request().restsToClose(life), at));
                cleared.addAll(plans.cancel(plan -> plan.isOf(life), at));
            }
        }
        return cleared;
    }

    List<BookEvent> cancel(Predicate<Order> meant, long at) {
        List<BookEvent> events = new ArrayList<>();
        for (Order order : all()) {
            if (meant.test(order)) {
                pending.remove(order.orderId());
                events.addAll(trades.cancel(order, at));
            }
        }
        return events.stream().distinct().toList();
    }

    /** The part of the position that these orders will close. */
    BigDecimal frozen(Position position) {
        return pending.values().stream()
                .filter(order -> trades.reducedBy(order.request()).filter(position::equals).isPresent())
                .map(order -> order.request().size())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(position.total());
    }

    boolean any(Predicate<Order> meant) {
        return pending.values().stream().anyMatch(meant);
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Oldest first. */
    List<Order> all() {
        return List.copyOf(pending.values());
    }
}
