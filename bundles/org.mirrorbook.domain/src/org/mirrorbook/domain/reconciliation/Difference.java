package org.mirrorbook.domain.reconciliation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Slot;

/**
 * One life on which the journal and the venue do not agree.
 *
 * @param slot of the life
 * @param closedAt absent for a life that is open
 * @param fields each that differs, with both values
 * @param trade the journal's side; absent when only the venue has the life
 * @param record the venue's side of an ended life, which is the evidence; absent when only the journal has it, or it is open
 * @param row the venue's side of an open life
 */
public record Difference(Kind kind, Slot slot, Optional<Instant> closedAt, List<Field> fields, Optional<Trade> trade,
        Optional<ClosingRecord> record, Optional<PositionRow> row) {

    /** Who knows what. */
    public enum Kind {
        /** Both have the life, with other figures. */
        FIGURES,
        /** The journal lacks it. */
        ONLY_EXCHANGE,
        /** The venue lacks it. */
        ONLY_JOURNAL
    }

    /**
     * @param name as in {@code trades --json}
     * @param journal absent where the journal has none
     * @param exchange absent where the venue has none
     */
    public record Field(String name, Optional<BigDecimal> journal, Optional<BigDecimal> exchange) {

        public Field {
            requireNonNull(name);
            journal = Exact.of(journal);
            exchange = Exact.of(exchange);
        }
    }

    public Difference {
        requireNonNull(kind);
        requireNonNull(slot);
        requireNonNull(closedAt);
        fields = List.copyOf(fields);
        requireNonNull(trade);
        requireNonNull(record);
        requireNonNull(row);
    }

    /**
     * Whether a correction of it can be taken back: what is open follows the venue's list, and a trade that got its final figures stays
     * final (docs/lifecycle.md, rule 13).
     */
    public boolean isReversible() {
        return closedAt.isPresent() && trade.map(known -> !known.isOpen()
                && (record.isEmpty() || known.certainty() == Certainty.CONFIRMED)).orElse(true);
    }
}
