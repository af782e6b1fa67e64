package org.mirrorbook.mirror.lane;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/**
 * In what the venue's list of open positions is not what the book holds.
 *
 * @param slots where they differ, with both sides
 */
record ListDifference(Map<Slot, Sides> slots) {

    /** Averages are rounded differently in stream and list: by one unit of the coarser figure, but never by more than this part of it. */
    private static final BigDecimal COARSE = new BigDecimal("0.01");
    /** Figures of many digits are rounded anywhere beyond the eighth or so. */
    private static final BigDecimal FINE = new BigDecimal("0.0000001");

    /** An open size at its average; the trade tells two lives of a slot apart, where it is of the book. */
    record Held(Optional<TradeId> trade, BigDecimal size, BigDecimal entry) {
    }

    /** What the book holds, and what the list has. */
    record Sides(Optional<Held> book, Optional<Held> list) {
    }

    ListDifference {
        slots = Map.copyOf(slots);
    }

    boolean isNone() {
        return slots.isEmpty();
    }

    /** Whether both name a slot. */
    boolean meets(ListDifference other) {
        return !Collections.disjoint(slots.keySet(), other.slots.keySet());
    }

    /** What the book holds of a scope. */
    static Map<Slot, Held> held(Book book, Scope scope) {
        var held = new HashMap<Slot, Held>();
        book.open().forEach((slot, life) -> {
            if (slot.scope().equals(scope)) {
                held.put(slot, new Held(Optional.of(life.trade().id()), life.row().size(), life.row().entryPrice()));
            }
        });
        return Map.copyOf(held);
    }

    /** @param rows of the same scope; those of size zero are not open (protocol notes, Bitget 8) */
    static ListDifference between(Map<Slot, Held> held, Collection<PositionRow> rows) {
        var differing = new HashMap<Slot, Sides>();
        held.forEach((slot, one) -> differing.put(slot, new Sides(Optional.of(one), Optional.empty())));
        for (var row : rows) {
            if (row.size().signum() > 0) {
                var listed = new Held(Optional.empty(), row.size(), row.entryPrice());
                var ours = Optional.ofNullable(held.get(row.slot()));
                if (ours.filter(one -> agree(one, listed)).isPresent()) {
                    differing.remove(row.slot());
                } else {
                    differing.put(row.slot(), new Sides(ours, Optional.of(listed)));
                }
            }
        }
        return new ListDifference(differing);
    }

    private static boolean agree(Held one, Held other) {
        return one.size().compareTo(other.size()) == 0 && agree(one.entry(), other.entry());
    }

    private static boolean agree(BigDecimal one, BigDecimal other) {
        var off = one.subtract(other).abs();
        var unit = BigDecimal.ONE.movePointLeft(Math.max(0, Math.min(one.scale(), other.scale())));
        return off.compareTo(one.abs().multiply(FINE)) <= 0
                || off.compareTo(unit) <= 0 && off.compareTo(one.abs().multiply(COARSE)) <= 0;
    }
}
