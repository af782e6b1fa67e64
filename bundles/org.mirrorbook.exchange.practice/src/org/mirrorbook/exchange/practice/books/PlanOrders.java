package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.BookEvent.PlanMoved;
import org.mirrorbook.exchange.practice.books.PlanOrder.State;

/** The plan orders of an account: those that wait, and the last ones that are over. Not safe for use from several threads. */
public final class PlanOrders {

    private static final int KEPT = 1_000;

    private final Map<Long, PlanOrder> live = new LinkedHashMap<>();
    private final Deque<PlanOrder> over = new ArrayDeque<>();

    /** Takes a plan; a position has one take-profit and one stop-loss of its own, so a second one takes the place of the first. */
    List<BookEvent> add(PlanOrder plan) {
        List<BookEvent> events = new ArrayList<>();
        if (plan.kind().isWhole()) {
            events.addAll(cancel(other -> other.kind() == plan.kind() && other.contract().equals(plan.contract())
                    && other.side() == plan.side(), plan.cTime()));
        }
        live.put(plan.orderId(), plan);
        events.add(new PlanMoved(plan));
        return events;
    }

    /** Has a waiting plan wait for another price; nothing when it does not wait any more. */
    List<BookEvent> move(PlanOrder plan, BigDecimal to, BigDecimal size, long at) {
        if (!live.containsKey(plan.orderId())) {
            return List.of();
        }
        PlanOrder moved = plan.moved(to, size, at);
        live.put(moved.orderId(), moved);
        return List.of(new PlanMoved(moved));
    }

    List<BookEvent> cancel(Predicate<PlanOrder> meant, long at) {
        return live.values().stream().filter(meant).toList().stream()
                .<BookEvent>map(plan -> new PlanMoved(finish(plan, State.CANCELLED, Optional.empty(), at)))
                .toList();
    }

    PlanOrder finish(PlanOrder plan, State state, Optional<Long> order, long at) {
        live.remove(plan.orderId());
        PlanOrder finished = plan.became(state, order, at);
        over.addLast(finished);
        if (over.size() > KEPT) {
            over.removeFirst();
        }
        return finished;
    }

    /** Those that wait, oldest first. */
    public List<PlanOrder> live() {
        return List.copyOf(live.values());
    }

    /** Those that are over, oldest first. */
    public List<PlanOrder> over() {
        return List.copyOf(over);
    }

    void resume(List<PlanOrder> remembered) {
        remembered.forEach(plan -> live.put(plan.orderId(), plan));
    }
}
