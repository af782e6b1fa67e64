package org.mirrorbook.journal;

import org.mirrorbook.domain.lifecycle.Book;

/** A book with the number of the commit that wrote it; 0 before the first. */
public record StoredBook(Book book, long revision) {
}
