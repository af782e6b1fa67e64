package org.mirrorbook.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.journal.RecordedChange;

/**
 * What one input of a recording did to the structure of a book.
 *
 * @param trades in their newest form, those included of which only figures moved since the step before
 */
record FoldedStep(Book after, List<RecordedChange> changes, Map<TradeId, Trade> trades) {

    FoldedStep {
        changes = List.copyOf(changes);
        trades = Map.copyOf(trades);
    }

    static Collection<RecordedChange> changes(List<FoldedStep> steps) {
        return steps.stream().flatMap(step -> step.changes.stream()).toList();
    }
}
