package org.mirrorbook.domain.lifecycle;

import java.util.Comparator;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Slot;

/** Folds a complete snapshot: absent slots are closed, then the rows are folded in their order (docs/lifecycle.md, rules 1 and 3). */
final class SnapshotFold {

    private static final Comparator<Slot> IN_ORDER = Comparator.comparing(Slot::instrument).thenComparing(Slot::side)
            .thenComparing(Slot::marginMode).thenComparing(Slot::marginCoin);

    private final RowFold rows;
    private final Lives lives;

    SnapshotFold(RowFold rows, Lives lives) {
        this.rows = rows;
        this.lives = lives;
    }

    void fold(BookDraft draft, SnapshotSeen snapshot) {
        var last = draft.newest(snapshot.scope());
        if (last.filter(newest -> isOlder(snapshot, newest)).isPresent()) {
            return;
        }
        draft.seen(snapshot);
        var sighting = Sighting.of(snapshot, last);
        draft.openIn(snapshot.scope()).stream().filter(life -> !sighting.rows().containsKey(life.trade().slot()))
                .sorted(Comparator.comparing(life -> life.trade().slot(), IN_ORDER))
                .forEach(life -> lives.end(draft, life, snapshot.venueTime(), sighting));
        sighting.all().forEach(row -> rows.fold(draft, row, sighting));
    }

    /** Venue times are comparable within one connection; a later connection is newer in any case. */
    private static boolean isOlder(SnapshotSeen snapshot, SnapshotSeen newest) {
        return snapshot.connection() < newest.connection()
                || snapshot.connection() == newest.connection() && snapshot.venueTime().isBefore(newest.venueTime());
    }
}
