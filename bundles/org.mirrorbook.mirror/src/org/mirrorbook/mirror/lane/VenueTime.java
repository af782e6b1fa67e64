package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.Scope;

/**
 * The venue's clock as far as it was seen. Our own may be minutes off, and what is asked for or kept by it would leave a gap: times that
 * are compared with the venue's are the venue's.
 */
final class VenueTime {

    private VenueTime() {
    }

    /** The latest time that the venue named when it spoke of the open positions of a scope. Absent before the first snapshot. */
    static Optional<Instant> seen(Book book, Scope scope) {
        return book.seenUntil(scope);
    }
}
