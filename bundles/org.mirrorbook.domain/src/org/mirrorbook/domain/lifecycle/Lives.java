package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.JournalChange.CloseRevoked;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing.Detail;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Slot;

/** What happens to one life as rows tell it: it opens, carries on, ends provisionally, and opens again when that was wrong. */
final class Lives {

    private final Explanation explanation;

    Lives(Explanation explanation) {
        this.explanation = explanation;
    }

    /** A trade without figures and steps, named by its slot and start (docs/lifecycle.md, rule 8). */
    static Trade begun(Slot slot, Optional<String> positionId, Instant openedAt, BigDecimal entry, BigDecimal quantity) {
        return new Trade(TradeId.of(slot, openedAt), Fingerprint.ofLive(slot.scope().venue(), positionId, slot.instrument(), openedAt),
                TradeSource.LIVE_MIRROR, slot, positionId, openedAt, TradeStatus.OPEN, Certainty.LIVE,
                new Terms(entry, entry, quantity, Optional.empty(), Optional.empty()),
                new Result(BigDecimal.ZERO, Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                        Optional.empty(), List.of()),
                Optional.empty(), false, List.of());
    }

    /** A life is seen for the first time. It is entered whenever it began: it is open now (docs/lifecycle.md, rule 9). */
    void open(BookDraft draft, PositionRow row, Sighting sighting) {
        var mark = markOf(draft, row);
        var openedAt = mark.start().orElseGet(() -> draft.untaken(row.slot(), sighting.firstSightOf(row), row.updatedAt()));
        var step = Steps.inferred(row.size(), Optional.of(row.entryPrice()), Optional.empty(), openedAt);
        var begun = begun(row.slot(), row.life().id(), openedAt, row.entryPrice(), row.size());
        var trade = as(row, explanation.ofLastStep(draft, withStep(begun, step), row.updatedAt()));
        draft.put(new OpenLife(trade, row.with(mark), mark.isOfLife()));
        draft.unsettled(row.slot().scope(), row.slot().instrument());
        draft.emit(new TradeOpened(trade.id(), openedAt, row.size(), row.entryPrice(), false));
        Facts.costs(trade, BigDecimal.ZERO, BigDecimal.ZERO, row.updatedAt()).forEach(draft::emit);
        if (new Steps(trade.executions()).anyInferred() && !sighting.watchedTheBirthOf(row, openedAt)) {
            draft.emit(new DetailsMissing(trade.id(), row.updatedAt(), Detail.FILLS, openedAt));
        }
    }

    /** An id that an ended life of the slot had already is the slot's, and so is its start time. */
    private static LifeMark markOf(BookDraft draft, PositionRow row) {
        var reused = draft.claimed(row.slot()).anyMatch(record -> record.life().provesSameLifeAs(row.life()));
        return reused ? row.life().asOfSlot() : row.life();
    }

    /** The open life of the slot is seen again, changed or not. It keeps the mark that it was opened with. */
    void carryOn(BookDraft draft, OpenLife life, PositionRow seen, boolean afterAbsence) {
        var known = life.row();
        var row = seen.with(known.life());
        var proven = life.proven() && (known.life().isOfLife() || !afterAbsence);
        if (row.updatedAt().isBefore(known.updatedAt())) {
            row = known;
        }
        if (row.equals(known)) {
            if (proven != life.proven()) {
                draft.put(new OpenLife(life.trade(), known, proven));
            }
            return;
        }
        var trade = as(row, resized(draft, life.trade(), known, row));
        var doubtful = Figures.fellBack(known, row);
        draft.put(new OpenLife(trade, row, proven && !doubtful));
        Facts.figures(life.trade(), trade, row.updatedAt()).forEach(draft::emit);
        if (doubtful) {
            draft.emit(new DetailsMissing(trade.id(), row.updatedAt(), Detail.PROOF, known.updatedAt()));
        }
        if (!draft.loose().all().isEmpty()) {
            draft.unsettled(row.slot().scope(), row.slot().instrument());
        }
    }

    private Trade resized(BookDraft draft, Trade trade, PositionRow known, PositionRow row) {
        if (row.size().equals(known.size())) {
            return trade;
        }
        var resized = explanation.ofLastStep(draft, withStep(trade, Figures.inferredBetween(known, row)), row.updatedAt());
        var added = new ArrayList<Execution>(resized.executions());
        trade.executions().forEach(added::remove);
        Facts.scaled(resized, added).forEach(draft::emit);
        return resized;
    }

    /** The slot is empty, or has another life: this one ended, as far as rows can tell. */
    void end(BookDraft draft, OpenLife life, Instant noticedAt, Sighting sighting) {
        var row = life.row();
        var closedAt = noticedAt.isBefore(life.trade().openedAt()) ? life.trade().openedAt() : noticedAt;
        var step = Steps.inferred(row.size().negate(), Optional.empty(), Optional.empty(), closedAt);
        var emptied = withStep(life.trade(), step);
        var explained = explanation.ofLastStep(draft, emptied, closedAt);
        if (explained == emptied) {
            explained = flipped(draft, emptied, sighting).orElse(emptied);
        }
        var closed = Closing.provisional(explained, row, closedAt, Certainty.PROVISIONAL, sighting.isFirstAfterAbsence());
        draft.close(life, closed);
        draft.unsettled(row.slot().scope(), row.slot().instrument());
        draft.emit(Facts.closed(closed));
        draft.emit(new DetailsMissing(closed.id(), closedAt, Detail.CLOSING_RECORD, closed.openedAt()));
    }

    /** The other side appears in the snapshot that ends this one: one fill may have done both. */
    private Optional<Trade> flipped(BookDraft draft, Trade emptied, Sighting sighting) {
        var opposite = sighting.rows().get(emptied.slot().opposite());
        if (opposite == null || draft.open(opposite.slot()).isPresent()) {
            return Optional.empty();
        }
        return explanation.ofFlip(draft, emptied, opposite.size(), opposite.updatedAt());
    }

    /** The provisional close was wrong: the same trade goes on from its last row (docs/lifecycle.md, rule 5). */
    void reopen(BookDraft draft, ClosedLife closed, PositionRow row) {
        var steps = closed.trade().executions();
        var kept = steps.subList(0, new Steps(steps).tailThatCloses(closed.row().size()));
        draft.giveBack(closed.trade(), steps.subList(kept.size(), steps.size()));
        var bare = closed.trade().withExecutions(kept);
        var terms = Figures.terms(bare.terms(), closed.row());
        var again = new OpenLife(bare.reopened(terms, Figures.result(bare, closed.row())), closed.row(), closed.row().life().isOfLife());
        draft.reopen(closed, again);
        draft.emit(new CloseRevoked(closed.trade().id(), row.updatedAt()));
        carryOn(draft, again, row, false);
        draft.unsettled(row.slot().scope(), row.slot().instrument());
    }

    private static Trade withStep(Trade trade, Execution step) {
        return trade.withExecutions(new Steps(trade.executions()).with(step).list());
    }

    private static Trade as(PositionRow row, Trade trade) {
        return trade.with(Figures.terms(trade.terms(), row), Figures.result(trade, row));
    }
}
