package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;

/**
 * What one transaction writes.
 *
 * @param revision of the book this batch was folded on
 * @param after the book to keep
 * @param changes in order; empty when only figures such as the open profit moved
 * @param trades each trade to insert or replace, in its newest form, once
 */
public record JournalBatch(long revision, Book after, List<RecordedChange> changes, List<Trade> trades) {

    public JournalBatch {
        requireNonNull(after);
        changes = List.copyOf(changes);
        trades = List.copyOf(trades);
    }
}
