package org.mirrorbook.domain.lifecycle;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Shown.Word;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Slot;

/**
 * Folds what the venue says of one slot and of no other (docs/lifecycle.md, rules 1 and 3). Such a word needs the snapshot that it changes:
 * before the first one of its connection it is ignored, unless that connection took over without a gap.
 */
final class SlotFold {

    private final RowFold rows;
    private final Lives lives;

    SlotFold(RowFold rows, Lives lives) {
        this.rows = rows;
        this.lives = lives;
    }

    void fold(BookDraft draft, PositionSeen seen) {
        var row = completed(draft, seen.row());
        var slot = row.slot();
        if (isNews(draft, slot, new Word(seen.connection(), seen.venueTime(), Optional.of(row)))) {
            rows.fold(draft, row, sighting(draft, slot, seen.connection(), seen.venueTime(), Map.of(slot, row)));
        }
    }

    void fold(BookDraft draft, PositionGone gone) {
        var slot = gone.slot();
        if (isNews(draft, slot, new Word(gone.connection(), gone.venueTime(), Optional.empty()))) {
            draft.open(slot).ifPresent(life -> lives.end(draft, life, gone.venueTime(),
                    sighting(draft, slot, gone.connection(), gone.venueTime(), Map.of())));
        }
    }

    private static boolean isNews(BookDraft draft, Slot slot, Word word) {
        var shown = draft.shown();
        if (!shown.isNews(slot, word)) {
            return false;
        }
        draft.shown(shown.with(slot, word));
        return true;
    }

    private static Sighting sighting(BookDraft draft, Slot slot, long connection, Instant venueTime, Map<Slot, PositionRow> rows) {
        return Sighting.of(venueTime, rows, draft.shown().watchedSince(slot.scope(), connection));
    }

    /** What the row does not say is as it was in the life that it goes on with. */
    private static PositionRow completed(BookDraft draft, PositionRow row) {
        return draft.open(row.slot()).map(OpenLife::row).filter(known -> !row.life().provesOtherLifeThan(known.life()))
                .map(known -> row.with(row.figures().or(known.figures()))).orElse(row);
    }
}
