package org.mirrorbook.domain.lifecycle;

import java.util.Comparator;
import java.util.List;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Scope;
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
        for (var life : absent(draft, scope, sighting)) {
            lives.end(draft, life, snapshot.venueTime(), sighting);
        }
        for (var row : sighting.rows().values()) {
            rows.fold(draft, row, sighting);
        }
    }

    /** Open lives that the snapshot does not show: none, in nearly every one. */
    private static List<OpenLife> absent(BookDraft draft, Scope scope, Sighting sighting) {
        var absent = draft.openIn(scope);
        absent.removeIf(life -> sighting.rows().containsKey(life.trade().slot()));
        absent.sort(Comparator.comparing(life -> life.trade().slot(), IN_ORDER));
        return absent;
    }
}
