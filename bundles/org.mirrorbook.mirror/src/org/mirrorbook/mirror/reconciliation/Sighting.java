package org.mirrorbook.mirror.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.reconciliation.Difference.Field;

/**
 * What makes a difference the same one when it is seen again: which life, and in what it differs. Without the open profit and other figures
 * of the trade that move and are not compared.
 *
 * @param listed the life that the venue lists as open: the next one of the slot is another
 */
record Sighting(Difference.Kind kind, Slot slot, Optional<Instant> closedAt, Optional<TradeId> trade, Optional<LifeMark> listed,
        List<Field> fields) {

    static Sighting of(Difference difference) {
        return new Sighting(difference.kind(), difference.slot(), difference.closedAt(), difference.trade().map(Trade::id),
                difference.row().map(PositionRow::life), difference.fields());
    }

    static List<Sighting> all(List<Difference> differences) {
        return differences.stream().map(Sighting::of).toList();
    }

    /**
     * Whether both are about one life that differs in the same way. Where both sides are other ones by now, a position is traded faster
     * than two books can be read, which says nothing.
     */
    boolean isAgain(Sighting other) {
        return kind == other.kind && slot.equals(other.slot) && closedAt.equals(other.closedAt) && trade.equals(other.trade)
                && listed.equals(other.listed) && fields.size() == other.fields.size()
                && IntStream.range(0, fields.size()).allMatch(i -> isAgain(fields.get(i), other.fields.get(i)));
    }

    private static boolean isAgain(Field one, Field other) {
        return one.name().equals(other.name()) && (one.journal().equals(other.journal()) || one.exchange().equals(other.exchange()));
    }
}
