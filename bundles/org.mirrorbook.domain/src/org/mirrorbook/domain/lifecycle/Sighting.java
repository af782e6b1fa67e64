package org.mirrorbook.domain.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Slot;

/**
 * What one observation shows, as it is folded: which slots are open in it, and since when its scope has been watched without a break.
 *
 * @param venueTime the envelope's
 * @param watchedSince absent for the first snapshot after an absence
 * @param seenBefore time of an earlier row that is known by now to have been of the life that this one shows
 */
record Sighting(Instant venueTime, Map<Slot, PositionRow> rows, Optional<Instant> watchedSince, Optional<Instant> seenBefore) {

    /** By how much a start may seem to be older than what was seen before it and still be a birth that was watched. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    static Sighting of(Instant venueTime, Map<Slot, PositionRow> rows, Optional<Instant> watchedSince) {
        return new Sighting(venueTime, rows, watchedSince, Optional.empty());
    }

    /** What was shown is looked at again, when it may have begun long before. */
    static Sighting again(Instant venueTime, Map<Slot, PositionRow> rows, Optional<Instant> seenBefore) {
        return new Sighting(venueTime, rows, Optional.empty(), seenBefore);
    }

    /** The row's time at first sight, where nothing better tells when its life began. */
    Instant firstSightOf(PositionRow row) {
        return seenBefore.filter(row.updatedAt()::isAfter).orElse(row.updatedAt());
    }

    boolean isFirstAfterAbsence() {
        return watchedSince.isEmpty();
    }

    /** Whether a life of that row and start came into being while the scope was watched. */
    boolean watchedTheBirthOf(PositionRow row, Instant openedAt) {
        var untouched = row.figures().realised().map(realised -> realised.signum() == 0).orElse(true);
        return untouched && watchedSince.filter(since -> !openedAt.isBefore(since.minus(SLACK))).isPresent();
    }
}
