package org.mirrorbook.domain.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.BookDraft.Unconfirmed;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing.Detail;
import org.mirrorbook.domain.lifecycle.JournalChange.SlotChanged;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeConfirmed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeSplit;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.EntryOrdered;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.IdScope;

/** Folds a closing record: one trade claims it, or it tells of a life that nobody saw (docs/lifecycle.md, rules 2, 4 and 9). */
final class RecordFold {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Explanation explanation;
    private final RowFold rows;

    RecordFold(Explanation explanation, RowFold rows) {
        this.explanation = explanation;
        this.rows = rows;
    }

    void fold(BookDraft draft, ClosingRecordSeen seen) {
        var record = seen.record();
        if (isClaimed(draft, record)) {
            return;
        }
        var trade = candidateFor(draft, record);
        if (trade.isPresent() && trade.get().isOpen()) {
            endOpen(draft, trade.get(), seen);
        } else if (trade.isPresent()) {
            confirm(draft, trade.get(), seen, trade.get().found());
        } else if (!record.closedAt().isBefore(draft.mirroredSince())) {
            find(draft, seen);
        }
    }

    /** The user wants it entered, whenever it ended (docs/lifecycle.md, rule 13). */
    void enter(BookDraft draft, EntryOrdered order) {
        var seen = new ClosingRecordSeen(order.record(), order.receivedAt());
        if (order.record().closedAt().isBefore(draft.mirroredSince()) && !isClaimed(draft, order.record())
                && candidateFor(draft, order.record()).isEmpty()) {
            find(draft, seen);
        } else {
            fold(draft, seen);
        }
    }

    /** The same record may come with its id from one channel and without it from another, and with other ids once the account changed. */
    private static boolean isClaimed(BookDraft draft, ClosingRecord record) {
        var key = record.key();
        return draft.isClaimed(key) || draft.claimed(record.slot()).anyMatch(claimed -> claimed.key().closedAt().equals(key.closedAt())
                && (claimed.key().positionId().isEmpty() || key.positionId().isEmpty()))
                || draft.formerlyClaimed(record.slot()).anyMatch(claimed -> claimed.key().closedAt().equals(key.closedAt()));
    }

    /**
     * The life that the record proves to be of, else the last one that began before the close. Records of a slot come oldest first, so
     * that for the life this is the earliest record at or after its start. One that began at the time of the close itself gives way to one
     * that is known to have ended then, with the entry that the record tells: record and rows are stamped by different parts of the venue.
     */
    private static Optional<Trade> candidateFor(BookDraft draft, ClosingRecord record) {
        var candidates = draft.unconfirmed(record.slot())
                .filter(candidate -> !candidate.trade().openedAt().isAfter(record.closedAt()))
                .filter(candidate -> !record.life().provesOtherLifeThan(candidate.mark())).toList();
        var last = likeliest(candidates.stream(), record);
        var mayBeLater = last.filter(one -> !record.life().provesSameLifeAs(one.mark()))
                .filter(one -> beganAt(one.trade(), record) && !hasEntry(one.trade(), record));
        return mayBeLater
                .flatMap(begun -> likeliest(candidates.stream().filter(one -> endedAt(one.trade(), record)), record))
                .or(() -> last).map(Unconfirmed::trade);
    }

    private static Optional<Unconfirmed> likeliest(Stream<Unconfirmed> candidates, ClosingRecord record) {
        return candidates.max(Comparator.<Unconfirmed, Boolean>comparing(candidate -> record.life().provesSameLifeAs(candidate.mark()))
                .thenComparing(candidate -> candidate.trade().slot().equals(record.slot()))
                .thenComparing(candidate -> candidate.trade().openedAt()));
    }

    private static boolean beganAt(Trade trade, ClosingRecord record) {
        return trade.openedAt().isAfter(record.closedAt().minus(Explanation.SLACK));
    }

    private static boolean endedAt(Trade trade, ClosingRecord record) {
        return !beganAt(trade, record) && hasEntry(trade, record) && trade.exit()
                .filter(exit -> Duration.between(exit.closedAt(), record.closedAt()).abs().compareTo(Explanation.SLACK) <= 0).isPresent();
    }

    private static boolean hasEntry(Trade trade, ClosingRecord record) {
        return trade.terms().effectiveEntry().compareTo(record.openAverage()) == 0;
    }

    /** The record came before the snapshot, or tells of a close that no snapshot showed: what the newest one shows is looked at again. */
    private void endOpen(BookDraft draft, Trade trade, ClosingRecordSeen seen) {
        var slot = trade.slot();
        var record = seen.record();
        var newest = draft.shown().newest(slot.scope());
        var later = new Steps(trade.executions()).after(record.closedAt());
        var proven = draft.open(slot).orElseThrow().proven();
        var unseen = newest.map(snapshot -> !proven && record.closedAt().isBefore(snapshot.venueTime())).orElse(true);
        confirm(draft, trade, seen, unseen);
        newest.map(snapshot -> Sighting.again(snapshot.venueTime(), draft.shown().rows(slot.scope()),
                later.stream().map(Execution::at).findFirst())).ifPresent(again -> Optional.ofNullable(again.rows().get(slot))
                        .ifPresent(row -> rows.fold(draft, row, again)));
        if (!later.isEmpty()) {
            draft.open(slot).ifPresent(next -> move(draft, trade, later, next.trade(), record.closedAt()));
        }
    }

    private void move(BookDraft draft, Trade ended, List<Execution> later, Trade next, Instant at) {
        var ids = later.stream().flatMap(step -> step.fillId().stream()).collect(Collectors.toSet());
        explanation.ofOpeningInPart(draft, next, ids).ifPresent(draft::replace);
        draft.emit(new TradeSplit(ended.id(), at, next.id(), later));
    }

    private void confirm(BookDraft draft, Trade trade, ClosingRecordSeen seen, boolean found) {
        var record = seen.record();
        var confirmed = explained(draft, trade.withExecutions(stepsUntilClose(draft, trade, seen)).in(record.slot()), record, found);
        draft.confirm(trade, new ConfirmedLife(confirmed, seen.receivedAt()), claim(record, confirmed));
        draft.unsettled(record.slot().scope(), record.slot().instrument());
        draft.forgetOld();
        if (!trade.slot().equals(record.slot())) {
            draft.emit(new SlotChanged(trade.id(), record.closedAt(), trade.slot(), record.slot()));
        }
        if (trade.isOpen()) {
            draft.emit(Facts.closed(confirmed));
        }
        draft.emit(new TradeConfirmed(confirmed.id(), record.closedAt(), record));
    }

    /** The confirmed trade with the fills that explain it within the size of the record. */
    private Trade explained(BookDraft draft, Trade trade, ClosingRecord record, boolean found) {
        var confirmed = explanation.ofEachStep(draft, Closing.confirmed(trade, record, found), record.closedAt());
        return Closing.confirmed(confirmed, record, found);
    }

    /**
     * The steps up to the close that the record tells; later fills are loose again, what is missing is inferred. Steps that contradict the
     * record, since fills were taken for what they are not, are all given back.
     */
    private List<Execution> stepsUntilClose(BookDraft draft, Trade trade, ClosingRecordSeen seen) {
        var record = seen.record();
        var all = new Steps(trade.executions());
        draft.giveBack(trade, all.after(record.closedAt()));
        var kept = all.until(record.closedAt());
        var left = kept.size();
        if (kept.list().isEmpty() || left.signum() < 0 || kept.growth().compareTo(record.openSize()) > 0) {
            draft.giveBack(trade, kept.list());
            kept = new Steps(List.of(Steps.inferred(record.openSize(), Optional.of(record.openAverage()), Optional.empty(),
                    trade.openedAt()))).arranged();
            left = record.openSize();
        }
        if (left.signum() > 0) {
            kept = kept.with(Steps.inferred(left.negate(), Optional.empty(), Optional.empty(), record.closedAt()));
        }
        return Closing.pricedBy(record, kept).grownTo(record.openSize()).list();
    }

    /** A life that began and ended while nobody saw it. */
    private void find(BookDraft draft, ClosingRecordSeen seen) {
        var record = seen.record();
        var openedAt = startOf(draft, record);
        var opening = Steps.inferred(record.openSize(), Optional.of(record.openAverage()), Optional.empty(), openedAt);
        var closing = Steps.inferred(record.openSize().negate(), Optional.of(record.closeAverage()), Optional.of(record.gross()),
                record.closedAt());
        var begun = Lives.begun(record.slot(), record.life().id(), openedAt, record.openAverage(), record.openSize());
        var bare = begun.withExecutions(new Steps(List.of(opening, closing)).arranged().list());
        var trade = explained(draft, bare, record, true);
        draft.found(new ConfirmedLife(trade, seen.receivedAt()), claim(record, trade));
        draft.unsettled(record.slot().scope(), record.slot().instrument());
        draft.forgetOld();
        draft.emit(new TradeOpened(trade.id(), openedAt, record.openSize(), record.openAverage(), true));
        draft.emit(Facts.closed(trade));
        draft.emit(new TradeConfirmed(trade.id(), record.closedAt(), record));
        if (new Steps(trade.executions()).anyInferred()) {
            draft.emit(new DetailsMissing(trade.id(), record.closedAt(), Detail.FILLS, openedAt));
        }
    }

    /**
     * The start that the venue tells, where no other life has the same mark and none of the slot ended after it; of a record whose id is of
     * the slot, only where the start is said to be reliable. Else a moment after that end; where nothing is known, a moment before the
     * close. So a creation time that is older than the life, as rows of unified accounts have it, does no harm in a record of a life.
     * A trade that rows showed from that very start on may have claimed the record of a later life, and keeps its name. A life of the slot
     * that is said to have closed at the same moment did not end after this one began: its end was only noticed then. None begins after its
     * own close.
     */
    private static Instant startOf(BookDraft draft, ClosingRecord record) {
        var end = record.closedAt();
        var last = draft.lastClose(record.slot(), end.minus(A_MOMENT));
        var reused = draft.claimed(record.slot()).anyMatch(claimed -> claimed.life().provesSameLifeAs(record.life()));
        var life = record.life();
        var told = (life.idScope() == IdScope.LIFE ? life.startedAt() : life.start())
                .filter(start -> !reused && !start.isAfter(end));
        return told.filter(start -> last.isEmpty() || !start.isBefore(last.get())).map(start -> draft.unnamed(record.slot(), start, end))
                .orElseGet(() -> draft.untaken(record.slot(), last.map(close -> close.plus(A_MOMENT)).orElse(end.minus(A_MOMENT)), end));
    }

    private static ClaimedRecord claim(ClosingRecord record, Trade trade) {
        return new ClaimedRecord(record.key(), record.life(), trade.id());
    }
}
