package org.mirrorbook.domain.lifecycle;

import java.time.Instant;

import org.mirrorbook.domain.position.PositionRow;

/** Decides which life a row is of: the open one of its slot, one that was closed by mistake, an ended one, or a new one. */
final class RowFold {

    private final Lives lives;

    RowFold(Lives lives) {
        this.lives = lives;
    }

    void fold(BookDraft draft, PositionRow row, Sighting sighting) {
        var open = draft.open(row.slot());
        if (open.isEmpty()) {
            appear(draft, row, sighting);
        } else if (!row.life().provesOtherLifeThan(open.get().row().life())) {
            lives.carryOn(draft, open.get(), row, sighting.isFirstAfterAbsence());
        } else if (!isOfEndedLife(draft, row)) {
            lives.end(draft, open.get(), startOf(row, sighting), sighting);
            appear(draft, row, sighting);
        }
    }

    private void appear(BookDraft draft, PositionRow row, Sighting sighting) {
        for (var closed : draft.awaiting(row.slot())) {
            if (isSameLife(closed, row)) {
                lives.reopen(draft, closed, row);
                return;
            }
        }
        if (!isOfConfirmedLife(draft, row)) {
            lives.open(draft, row, sighting);
        }
    }

    /** Where marks cannot tell, a row that is no newer than the last one of the closed life is that very row. */
    private static boolean isSameLife(ClosedLife closed, PositionRow row) {
        var known = closed.row();
        return row.life().provesSameLifeAs(known.life())
                || !row.life().provesOtherLifeThan(known.life()) && !row.updatedAt().isAfter(known.updatedAt());
    }

    /** An old row in a new envelope: the slot has another life since. */
    private static boolean isOfEndedLife(BookDraft draft, PositionRow row) {
        return draft.awaiting(row.slot()).stream().anyMatch(closed -> row.life().provesSameLifeAs(closed.row().life()))
                || isOfConfirmedLife(draft, row);
    }

    /** Not newer than a close that is final: whatever its mark says, it shows what was before that close. */
    private static boolean isOfConfirmedLife(BookDraft draft, PositionRow row) {
        return draft.claimed(row.slot()).anyMatch(record -> !row.life().provesOtherLifeThan(record.life())
                && !row.updatedAt().isAfter(record.key().closedAt()));
    }

    private static Instant startOf(PositionRow row, Sighting sighting) {
        return row.life().start().orElse(sighting.venueTime());
    }
}
