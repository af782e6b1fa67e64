package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;

/**
 * The venue's clock as far as it was seen. Our own may be minutes off, and what is asked for or kept by it would leave a gap: times that
 * are compared with the venue's are the venue's.
 */
final class VenueTime {

    private VenueTime() {
    }

    /**
     * The latest time that the newest snapshot of a scope names: when it was made, or when one of its rows was, which other machines of the
     * venue stamp. Absent before the first snapshot.
     */
    static Optional<Instant> seen(Book book, Scope scope) {
        return Optional.ofNullable(book.newest().get(scope)).flatMap(newest -> Stream.concat(Stream.of(newest.venueTime()),
                newest.rows().stream().map(PositionRow::updatedAt)).max(Comparator.naturalOrder()));
    }
}
