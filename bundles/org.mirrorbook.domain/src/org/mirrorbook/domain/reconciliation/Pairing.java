package org.mirrorbook.domain.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.IdScope;

/**
 * Which trade a closing record is about. As when it is claimed (docs/lifecycle.md, rule 4): a record has one trade at most, and a trade
 * one record; what is sure comes first, for all records, and then what is likely, oldest record first.
 *
 * @param pairs each record that has a trade
 * @param records that have none, oldest close first
 * @param trades that have none, oldest first
 */
record Pairing(Map<ClosingRecord, Trade> pairs, List<ClosingRecord> records, List<Trade> trades) {

    /** By how much the close of a trade that was never confirmed may be off: it is the time of the snapshot that had it no more. */
    private static final Duration GUESS = Duration.ofMinutes(10);

    private static final List<BiPredicate<ClosingRecord, Trade>> LIKENESSES = List.of(
            (record, trade) -> closesWith(record, trade) && inSlot(record, trade) && hasId(record, trade),
            (record, trade) -> closesWith(record, trade) && inSlot(record, trade) && !hasOtherId(record, trade),
            (record, trade) -> isOfLife(record) && hasId(record, trade) && began(record, trade),
            (record, trade) -> startsWith(record, trade) && inSlot(record, trade),
            (record, trade) -> closesWith(record, trade),
            (record, trade) -> isUnconfirmed(trade) && inSlot(record, trade) && !hasOtherId(record, trade) && began(record, trade),
            (record, trade) -> isUnconfirmed(trade) && !trade.isOpen() && began(record, trade) && isNear(record, trade));

    /** @param trades and records of one instrument and side */
    static Pairing of(List<ClosingRecord> records, List<Trade> trades) {
        var pairs = new LinkedHashMap<ClosingRecord, Trade>();
        var lone = new ArrayList<>(records);
        lone.sort(Comparator.comparing(ClosingRecord::closedAt));
        var left = new ArrayList<>(trades);
        left.sort(Comparator.comparing(Trade::openedAt).thenComparing(trade -> trade.id().value()));
        for (var likeness : LIKENESSES) {
            for (var record : List.copyOf(lone)) {
                left.reversed().stream().filter(trade -> likeness.test(record, trade)).findFirst().ifPresent(trade -> {
                    pairs.put(record, trade);
                    lone.remove(record);
                    left.remove(trade);
                });
            }
        }
        return new Pairing(pairs, lone, left);
    }

    private static Optional<Instant> closeOf(Trade trade) {
        return trade.exit().map(exit -> exit.closedAt());
    }

    private static boolean closesWith(ClosingRecord record, Trade trade) {
        return closeOf(trade).filter(record.closedAt()::equals).isPresent();
    }

    private static boolean isNear(ClosingRecord record, Trade trade) {
        return closeOf(trade).filter(close -> Duration.between(close, record.closedAt()).abs().compareTo(GUESS) <= 0).isPresent();
    }

    private static boolean startsWith(ClosingRecord record, Trade trade) {
        return record.life().start().filter(trade.openedAt()::equals).isPresent();
    }

    private static boolean inSlot(ClosingRecord record, Trade trade) {
        return trade.slot().equals(record.slot());
    }

    private static boolean hasId(ClosingRecord record, Trade trade) {
        return trade.positionId().isPresent() && trade.positionId().equals(record.life().id());
    }

    private static boolean hasOtherId(ClosingRecord record, Trade trade) {
        return isOfLife(record) && trade.positionId().isPresent() && !hasId(record, trade);
    }

    private static boolean isOfLife(ClosingRecord record) {
        return record.life().idScope() == IdScope.LIFE;
    }

    private static boolean began(ClosingRecord record, Trade trade) {
        return !trade.openedAt().isAfter(record.closedAt());
    }

    private static boolean isUnconfirmed(Trade trade) {
        return trade.certainty() != Certainty.CONFIRMED;
    }
}
