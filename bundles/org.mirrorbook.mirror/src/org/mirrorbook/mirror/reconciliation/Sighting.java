package org.mirrorbook.mirror.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.reconciliation.Difference;

/**
 * What makes a difference the same one when it is seen again: which life, and in what it differs. Without the open profit and other figures
 * of the trade that move and are not compared.
 */
record Sighting(Difference.Kind kind, Slot slot, Optional<Instant> closedAt, Optional<TradeId> trade, List<Difference.Field> fields) {

    static Sighting of(Difference difference) {
        return new Sighting(difference.kind(), difference.slot(), difference.closedAt(), difference.trade().map(Trade::id),
                difference.fields());
    }

    static List<Sighting> all(List<Difference> differences) {
        return differences.stream().map(Sighting::of).toList();
    }

    /** Whether both are about one life that differs in the same way, whatever the values are by now. */
    boolean isAgain(Sighting other) {
        return kind == other.kind && slot.equals(other.slot) && closedAt.equals(other.closedAt) && trade.equals(other.trade)
                && fields.stream().map(Difference.Field::name).toList().equals(other.fields.stream().map(Difference.Field::name).toList());
    }
}
