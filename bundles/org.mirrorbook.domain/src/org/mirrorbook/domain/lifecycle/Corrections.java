package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.SlotChanged;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeConfirmed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeCorrected;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeCorrected.Figure;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.position.ClosingRecord;

/** Puts ended trades right as the user ordered after a comparison with the venue's books (docs/lifecycle.md, rule 13). */
final class Corrections {

    private final RecordFold records;

    Corrections(RecordFold records) {
        this.records = records;
    }

    void fold(BookDraft draft, CorrectionOrdered order) {
        var trade = draft.held(order.trade().id()).orElse(order.trade());
        switch (order.correction()) {
            case Correction.Figures figures when trade.isOpen() ->
                records.fold(draft, new ClosingRecordSeen(figures.record(), order.receivedAt()));
            case Correction.Figures figures -> correct(draft, trade, figures.record(), order);
            case Correction.Withdrawal withdrawal -> withdraw(draft, trade, order);
            case Correction.Former former -> takeBack(draft, trade, former.trade(), order);
        }
    }

    private static void correct(BookDraft draft, Trade trade, ClosingRecord record, CorrectionOrdered order) {
        var claimant = draft.claimant(record.key());
        if (claimant.filter(id -> !id.equals(trade.id())).isPresent()) {
            return;
        }
        var corrected = Closing.confirmed(trade.withExecutions(fitted(draft, trade, record)).in(record.slot()), record, trade.found())
                .with(Standing.CORRECTED);
        var figures = differing(order.trade(), corrected);
        boolean isRight = corrected.with(trade.status()).with(trade.standing()).equals(trade);
        // the book may be right where somebody changed the journal's row; an order that comes twice is no news
        if (isRight && (figures.isEmpty() || order.trade().standing() != trade.standing())) {
            return;
        }
        draft.correct(trade, corrected, new ClaimedRecord(record.key(), record.life(), trade.id()));
        if (!trade.slot().equals(record.slot())) {
            draft.emit(new SlotChanged(trade.id(), record.closedAt(), trade.slot(), record.slot()));
        }
        if (trade.certainty() != Certainty.CONFIRMED) {
            draft.emit(new TradeConfirmed(trade.id(), record.closedAt(), record));
        }
        draft.emit(new TradeCorrected(trade.id(), order.receivedAt(), figures, Optional.of(record)));
    }

    /** The steps as they are where they make the quantity of the record, with a gap where they make less, else one in and one out. */
    private static List<Execution> fitted(BookDraft draft, Trade trade, ClosingRecord record) {
        var steps = new Steps(trade.executions()).withoutGap();
        if (steps.growth().compareTo(record.openSize()) > 0 || steps.list().isEmpty()) {
            if (draft.held(trade.id()).isPresent()) {
                draft.giveBack(trade, steps.list());
            }
            steps = new Steps(List.of(
                    Steps.inferred(record.openSize(), Optional.of(record.openAverage()), Optional.empty(), trade.openedAt()),
                    Steps.inferred(record.openSize().negate(), Optional.empty(), Optional.empty(), record.closedAt()))).arranged();
        }
        return Closing.pricedBy(record, steps).grownTo(record.openSize()).list();
    }

    private static void withdraw(BookDraft draft, Trade trade, CorrectionOrdered order) {
        if (!trade.isOpen() && trade.standing() != Standing.WITHDRAWN) {
            draft.withdraw(trade, trade.with(Standing.WITHDRAWN));
            draft.emit(new TradeCorrected(trade.id(), order.receivedAt(), List.of(), Optional.empty()));
        }
    }

    /**
     * What was planned, seen and explained since stays; so do the claims, or the record would be entered as a life of its own. A trade that
     * its record made final is not made provisional again.
     */
    private static void takeBack(BookDraft draft, Trade trade, Trade former, CorrectionOrdered order) {
        boolean wasFinal = former.certainty() == Certainty.CONFIRMED;
        if (trade.isOpen() || former.isOpen() || !former.id().equals(trade.id()) || former.standing() == Standing.WITHDRAWN
                || trade.certainty() == Certainty.CONFIRMED && !wasFinal) {
            return;
        }
        // an inferred step is priced by the record; fills are what they are
        boolean explained = trade.terms().quantity().compareTo(former.terms().quantity()) == 0
                && trade.executions().stream().noneMatch(Execution::inferred);
        var again = former.with(trade.risk()).with(trade.excursions())
                .withExecutions(explained ? trade.executions() : former.executions())
                // nobody waits for the record of a trade that counted nowhere
                .with(wasFinal ? Certainty.CONFIRMED : Certainty.UNCONFIRMED);
        if (again.with(trade.status()).equals(trade)) {
            return;
        }
        draft.edit(trade, again);
        draft.emit(new TradeCorrected(trade.id(), order.receivedAt(), restored(trade, again), Optional.empty()));
    }

    /** Never empty, which would tell of a withdrawal. */
    private static List<Figure> restored(Trade before, Trade after) {
        var net = Optional.of(after.result().net());
        if (before.standing() == Standing.WITHDRAWN) {
            return List.of(new Figure("netPnl", Optional.empty(), net));
        }
        var figures = differing(before, after);
        return figures.isEmpty() ? List.of(new Figure("netPnl", Optional.of(before.result().net()), net)) : figures;
    }

    private static List<Figure> differing(Trade before, Trade after) {
        var figures = new ArrayList<Figure>();
        add(figures, "effectiveEntry", before.terms().effectiveEntry(), after.terms().effectiveEntry());
        add(figures, "exitPrice", before.exit().flatMap(Exit::price), after.exit().flatMap(Exit::price));
        add(figures, "quantity", before.terms().quantity(), after.terms().quantity());
        add(figures, "totalPnl", before.result().total(), after.result().total());
        add(figures, "fees", before.result().fees(), after.result().fees());
        add(figures, "funding", before.result().funding(), after.result().funding());
        add(figures, "netPnl", before.result().net(), after.result().net());
        return figures;
    }

    private static void add(List<Figure> figures, String name, BigDecimal before, BigDecimal after) {
        add(figures, name, Optional.of(before), Optional.of(after));
    }

    private static void add(List<Figure> figures, String name, Optional<BigDecimal> before, Optional<BigDecimal> after) {
        if (!before.equals(after)) {
            figures.add(new Figure(name, before, after));
        }
    }
}
