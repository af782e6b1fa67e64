package org.mirrorbook.domain.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Slot;

/**
 * A snapshot as it is folded: which slots are open in it, and since when its scope has been watched without a break.
 *
 * @param watchedSince time of the snapshot before it on the same connection; absent for the first one of a connection
 * @param seenBefore time of an earlier row that is known by now to have been of the life that this one shows
 */
record Sighting(SnapshotSeen snapshot, Map<Slot, PositionRow> rows, Optional<Instant> watchedSince, Optional<Instant> seenBefore) {

    /** By how much a start may seem to be older than the snapshot before it and still be a birth that was watched. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    static Sighting of(SnapshotSeen snapshot, Optional<SnapshotSeen> before) {
        return new Sighting(snapshot, openRows(snapshot),
                before.filter(last -> last.connection() == snapshot.connection()).map(SnapshotSeen::venueTime), Optional.empty());
    }

    /** A snapshot that is looked at again, when what it shows may have begun long before. */
    static Sighting again(SnapshotSeen snapshot, Optional<Instant> seenBefore) {
        return new Sighting(snapshot, openRows(snapshot), Optional.empty(), seenBefore);
    }

    /** The row's time at first sight, where nothing better tells when its life began. */
    Instant firstSightOf(PositionRow row) {
        return seenBefore.filter(row.updatedAt()::isAfter).orElse(row.updatedAt());
    }

    /** One row a slot, the one changed last; a row of size zero says that the slot is empty. */
    private static Map<Slot, PositionRow> openRows(SnapshotSeen snapshot) {
        var rows = new LinkedHashMap<Slot, PositionRow>(snapshot.rows().size() * 2);
        for (var row : snapshot.rows()) {
            rows.merge(row.slot(), row, (one, two) -> two.updatedAt().isBefore(one.updatedAt()) ? one : two);
        }
        rows.values().removeIf(row -> row.size().signum() == 0);
        return rows;
    }

    Collection<PositionRow> all() {
        return rows.values();
    }

    boolean isFirstOfConnection() {
        return watchedSince.isEmpty();
    }

    /** Whether a life of that row and start came into being while the scope was watched. */
    boolean watchedTheBirthOf(PositionRow row, Instant openedAt) {
        var untouched = row.figures().realised().map(realised -> realised.signum() == 0).orElse(true);
        return untouched && watchedSince.filter(since -> !openedAt.isBefore(since.minus(SLACK))).isPresent();
    }
}
