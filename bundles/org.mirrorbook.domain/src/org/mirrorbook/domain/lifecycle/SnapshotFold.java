package org.mirrorbook.domain.lifecycle;

import java.util.Comparator;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Slot;

/** Folds a complete snapshot: absent slots are closed, then the rows are folded in their order (docs/lifecycle.md, rules 1 and 3). */
final class SnapshotFold {

    static final Comparator<Slot> IN_ORDER = Comparator.comparing(Slot::instrument).thenComparing(Slot::side)
            .thenComparing(Slot::marginMode).thenComparing(Slot::marginCoin);

    private final RowFold rows;
    private final Lives lives;
    private final Conversion conversion;

    SnapshotFold(RowFold rows, Lives lives, Conversion conversion) {
        this.rows = rows;
        this.lives = lives;
        this.conversion = conversion;
    }

    void fold(BookDraft draft, SnapshotSeen snapshot) {
        if (draft.shown().isOlder(snapshot)) {
            return;
        }
        var scope = snapshot.scope();
        var watchedSince = draft.shown().watchedSince(scope, snapshot.connection());
        draft.shown(draft.shown().with(snapshot));
        var sighting = Sighting.of(snapshot.venueTime(), draft.shown().rows(scope), watchedSince);
        conversion.findAgain(draft, scope, sighting);
        draft.openIn(scope).stream().filter(life -> !sighting.rows().containsKey(life.trade().slot()))
                .sorted(Comparator.comparing(life -> life.trade().slot(), IN_ORDER))
                .forEach(life -> lives.end(draft, life, snapshot.venueTime(), sighting));
        sighting.rows().values().forEach(row -> rows.fold(draft, row, sighting));
    }
}
