package org.mirrorbook.mirror.lane;

import java.util.List;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange;

/**
 * What came of a batch; the book after it is current.
 *
 * @param revision of the journal that holds it
 * @param written whether a transaction was needed; figures alone wait for the next one
 * @param changes in order
 * @param trades each that is not as it was, in its newest form, once
 */
record Folded(Book before, Book after, long revision, boolean written, List<JournalChange> changes, List<Trade> trades) {
}
