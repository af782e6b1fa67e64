package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

/**
 * What an order says about why it reduced or closed a position. It carries no figures: those come with its fills, which name it by its id.
 *
 * @param orderId the venue's id of the order; unique for the account
 * @param at the venue's time of the order's last change
 */
public record OrderNote(Scope scope, String instrument, String orderId, CloseReason reason, Instant at) {

    public OrderNote {
        requireNonNull(scope);
        requireNonNull(instrument);
        requireNonNull(orderId);
        requireNonNull(reason);
        requireNonNull(at);
    }

    /**
     * Which of two notes of one order knows better: one that the venue closed before any other, one that names a trigger before one that
     * says by hand, the later one else.
     */
    public static final Comparator<OrderNote> BY_KNOWLEDGE = Comparator.<OrderNote, Boolean>comparing(note -> note.reason.isForced())
            .thenComparing(note -> note.reason != CloseReason.MANUAL).thenComparing(OrderNote::at).thenComparing(OrderNote::reason);
}
