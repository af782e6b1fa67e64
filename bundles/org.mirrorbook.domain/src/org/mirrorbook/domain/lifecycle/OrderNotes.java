package org.mirrorbook.domain.lifecycle;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.position.OrderNote;

/** What orders told about why they close, by their ids, while one observation is folded. */
final class OrderNotes {

    private final Map<String, OrderSeen> before;
    private Map<String, OrderSeen> notes;

    OrderNotes(Map<String, OrderSeen> before) {
        this.before = before;
        notes = before;
    }

    Map<String, OrderSeen> all() {
        return notes;
    }

    boolean areNew() {
        return notes != before;
    }

    Optional<OrderNote> of(String orderId) {
        return Optional.ofNullable(notes.get(orderId)).map(OrderSeen::order);
    }

    /** Keeps what an order says, unless more is known of it. */
    void add(OrderSeen seen) {
        var id = seen.order().orderId();
        if (of(id).filter(known -> OrderNote.BY_KNOWLEDGE.compare(known, seen.order()) >= 0).isEmpty()) {
            notes = new HashMap<>(notes);
            notes.put(id, seen);
        }
    }

    /** Forgets what came too long ago. */
    void dropReceivedBefore(Instant limit) {
        if (notes.values().stream().anyMatch(seen -> seen.receivedAt().isBefore(limit))) {
            notes = new HashMap<>(notes);
            notes.values().removeIf(seen -> seen.receivedAt().isBefore(limit));
        }
    }
}
