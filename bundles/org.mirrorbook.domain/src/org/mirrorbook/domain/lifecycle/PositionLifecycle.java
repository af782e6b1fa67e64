package org.mirrorbook.domain.lifecycle;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeUnconfirmed;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EntryOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.lifecycle.Observation.RecordOverdue;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;

/**
 * The life of a position: a total, deterministic function without clock, chance or I/O. Safe for use by any thread.
 * Its rules are those of {@code docs/lifecycle.md}, each with a test of its name.
 */
public final class PositionLifecycle {

    private final Reasons reasons = new Reasons();
    private final FillFold fills = new FillFold(reasons);
    private final Proofs proofs = new Proofs();
    private final Conversion conversion = new Conversion();
    private final SnapshotFold snapshots;
    private final SlotFold slots;
    private final RecordFold records;
    private final Settlement settlement;
    private final Sizing sizing = new Sizing();
    private final Protections protections = new Protections();
    private final MarksFold marks = new MarksFold();
    private final Plans plans = new Plans();
    private final Judgement judgement = new Judgement();
    private final Corrections corrections;

    public PositionLifecycle() {
        var explanation = new Explanation();
        var lives = new Lives(explanation);
        var rows = new RowFold(lives);
        snapshots = new SnapshotFold(rows, lives, conversion);
        slots = new SlotFold(rows, lives);
        records = new RecordFold(explanation, rows);
        settlement = new Settlement(explanation);
        corrections = new Corrections(records);
    }

    /** Folds one observation into the book. */
    public Transition apply(Book before, Observation seen) {
        var draft = new BookDraft(before, seen.receivedAt());
        switch (seen) {
            case SnapshotSeen snapshot -> snapshots.fold(draft, snapshot);
            case FillSeen fill -> fills.fold(draft, fill);
            case ClosingRecordSeen record -> records.fold(draft, record);
            case HistoryRead history -> proofs.fold(draft, history);
            case LinkLost lost -> proofs.fold(draft, lost);
            case RecordOverdue overdue -> giveUp(draft, overdue);
            case PositionSeen changed -> slots.fold(draft, changed);
            case PositionGone gone -> slots.fold(draft, gone);
            case OrderSeen order -> reasons.fold(draft, order);
            case AccountConverted converted -> conversion.fold(draft, converted);
            case ProtectionSeen order -> protections.fold(draft, order);
            case ProtectionsListed orders -> protections.fold(draft, orders);
            case EquitySeen equity -> sizing.fold(draft, equity);
            case MarksSampled marked -> marks.fold(draft, marked);
            case RiskUnitSet unit -> sizing.fold(draft, unit);
            case BreakEvenRuleSet rule -> judgement.fold(draft, rule);
            case PlanSet plan -> plans.fold(draft, plan);
            case CorrectionOrdered order -> corrections.fold(draft, order);
            case EntryOrdered entry -> records.enter(draft, entry);
        }
        settlement.settle(draft);
        reasons.settle(draft);
        sizing.settle(draft);
        protections.settle(draft);
        judgement.settle(draft);
        return draft.finish();
    }

    /** The trade stays in the book: a late record confirms it just the same. */
    private static void giveUp(BookDraft draft, RecordOverdue overdue) {
        draft.awaiting(overdue.trade()).filter(life -> life.trade().certainty() == Certainty.PROVISIONAL).ifPresent(life -> {
            draft.replace(life.trade().with(Certainty.UNCONFIRMED));
            draft.emit(new TradeUnconfirmed(overdue.trade(), overdue.receivedAt()));
        });
    }
}
