package org.mirrorbook.mirror.lane;

import java.util.List;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange;

/**
 * What came of a batch; the book after it is current.
 *
 * @param revision of the journal that holds it
 * @param changes in order
 * @param trades each that is not as it was, in its newest form, once
 * @param written the trades that a transaction wrote, those included whose figures had waited for it
 */
record Folded(Book before, Book after, long revision, List<JournalChange> changes, List<Trade> trades, List<Trade> written) {

    /** Whether figures moved that wait for the next transaction. */
    boolean leftFigures() {
        return written.isEmpty() && !trades.isEmpty();
    }
}
