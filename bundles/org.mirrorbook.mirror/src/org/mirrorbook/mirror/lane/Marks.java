package org.mirrorbook.mirror.lane;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.MarkSeen;

/**
 * The mark prices of each instrument: the newest one, and between two looks of the lane also the lowest and the highest, so that no tick is
 * lost for the excursions however busy the market is. In the order in which they come: this machine's clock may be put back. Thread-safe.
 */
final class Marks {

    private final Map<Instrument, Span> spans = new ConcurrentHashMap<>();
    private volatile boolean moved;

    /**
     * What came since the last look.
     *
     * @param looked whether the lane has seen all of it
     */
    record Span(MarkSeen lowest, MarkSeen highest, MarkSeen newest, boolean looked) {

        private Span and(MarkSeen mark) {
            if (looked) {
                return new Span(mark, mark, mark, false);
            }
            return new Span(mark.price().compareTo(lowest.price()) < 0 ? mark : lowest,
                    mark.price().compareTo(highest.price()) > 0 ? mark : highest, mark, false);
        }

        private Span seen() {
            return looked ? this : new Span(newest, newest, newest, true);
        }
    }

    /** @return whether it is a price at all: a positive one */
    boolean accept(MarkSeen mark) {
        if (mark.price().signum() <= 0) {
            return false;
        }
        spans.compute(mark.instrument(), (instrument, span) -> span == null ? new Span(mark, mark, mark, false) : span.and(mark));
        moved = true;
        return true;
    }

    /** Forgets all others: a price that nobody watches grows old. */
    void retain(Set<Instrument> watched) {
        spans.keySet().retainAll(watched);
    }

    /** Whether a price came since the last {@link #look}. */
    boolean hasMoved() {
        return moved;
    }

    /** What came since the last look, once; nothing when nothing came. For the lane alone. */
    Map<Instrument, Span> look() {
        moved = false;
        var seen = new HashMap<Instrument, Span>();
        for (var instrument : spans.keySet()) {
            spans.computeIfPresent(instrument, (one, span) -> {
                if (!span.looked()) {
                    seen.put(one, span);
                }
                return span.seen();
            });
        }
        return seen;
    }

    /** The newest price of a position. */
    Optional<MarkSeen> of(Slot slot) {
        return Optional.ofNullable(spans.get(new Instrument(slot.scope(), slot.instrument()))).map(Span::newest);
    }
}
