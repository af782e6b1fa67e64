package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.domain.journal.Trade;

/**
 * What one observation did.
 *
 * @param after the new book; current once it is committed
 * @param changes facts for the journal, in order; empty when the observation was no news
 * @param trades each trade that is not as it was before, in its newest form, once
 */
public record Transition(Book after, List<JournalChange> changes, List<Trade> trades) {

    public Transition {
        requireNonNull(after);
        changes = List.copyOf(changes);
        trades = List.copyOf(trades);
    }
}
