package org.mirrorbook.certification;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;

/** What is open by the newest that a connector told, whichever way its venue's stream tells it. */
final class Picture {

    private final Map<Slot, PositionRow> open = new HashMap<>();

    void fold(Observation seen) {
        switch (seen) {
            case SnapshotSeen all -> {
                open.keySet().removeIf(slot -> slot.scope().equals(all.scope()));
                all.rows().stream().filter(row -> row.size().signum() > 0).forEach(row -> open.put(row.slot(), row));
            }
            case PositionSeen one -> open.put(one.row().slot(), one.row());
            case PositionGone gone -> open.remove(gone.slot());
            default -> {
                // everything else says nothing of what is open
            }
        }
    }

    Optional<PositionRow> row(String symbol, Side side) {
        return open.values().stream().filter(row -> row.slot().instrument().equals(symbol) && row.slot().side() == side).findFirst();
    }

    Collection<PositionRow> rows() {
        return open.values();
    }
}
