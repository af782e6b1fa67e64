package org.mirrorbook.domain.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing.Detail;
import org.mirrorbook.domain.lifecycle.JournalChange.SlotChanged;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;

/**
 * Lives that go on while their account becomes one of another kind (docs/lifecycle.md, rule 9). Their marks are of the former kind from
 * then on, and say by that that the next snapshot has to find them again.
 */
final class Conversion {

    /** How a life is known again, surest first. */
    private static final List<BiPredicate<OpenLife, PositionRow>> LIKENESSES = List.of(
            (life, row) -> life.trade().slot().equals(row.slot()),
            (life, row) -> life.row().size().equals(row.size()),
            (life, row) -> true);

    /** No id and no start of the former kind proves anything any more. */
    void fold(BookDraft draft, AccountConverted converted) {
        for (var life : draft.allOpen()) {
            var former = new OpenLife(life.trade(), life.row().with(life.row().life().asFormer()), false);
            if (!former.equals(life)) {
                draft.put(former);
                draft.emit(new DetailsMissing(life.trade().id(), converted.receivedAt(), Detail.PROOF, life.row().updatedAt()));
            }
        }
        draft.rememberAsFormer();
    }

    /**
     * A life of the former kind goes on in the row of its instrument and side, whatever the rest of its slot is now: in its own slot where
     * there is a row, else where the size is equal, else in what is left, slot by slot.
     */
    void findAgain(BookDraft draft, Scope scope, Sighting sighting) {
        var lost = draft.openIn(scope);
        lost.removeIf(life -> life.row().life().idScope() != IdScope.FORMER);
        if (lost.isEmpty()) {
            return;
        }
        lost.sort(Comparator.comparing(life -> life.trade().slot(), SnapshotFold.IN_ORDER));
        var rows = new ArrayList<>(sighting.rows().values());
        rows.removeIf(row -> draft.open(row.slot()).filter(life -> !lost.contains(life)).isPresent());
        rows.sort(Comparator.comparing(PositionRow::slot, SnapshotFold.IN_ORDER));
        for (var likeness : LIKENESSES) {
            for (var life : List.copyOf(lost)) {
                find(life, rows, likeness).ifPresent(row -> {
                    lost.remove(life);
                    rows.remove(row);
                    goOn(draft, life, row, sighting.venueTime());
                });
            }
        }
    }

    private static Optional<PositionRow> find(OpenLife life, List<PositionRow> rows, BiPredicate<OpenLife, PositionRow> likeness) {
        return rows.stream().filter(row -> life.trade().slot().isBeside(row.slot()) && likeness.test(life, row)).findFirst();
    }

    /** The last row of the former kind, as one of the new life's slot and mark; it is older than any row of the new kind. */
    private static void goOn(BookDraft draft, OpenLife life, PositionRow row, Instant at) {
        var known = life.row();
        var updatedAt = row.updatedAt().isBefore(known.updatedAt()) ? row.updatedAt() : known.updatedAt();
        var last = new PositionRow(row.slot(), row.life(), known.size(), known.entryPrice(), known.figures(), updatedAt);
        draft.move(life, new OpenLife(life.trade().in(row.slot()), last, false));
        if (!life.trade().slot().equals(row.slot())) {
            draft.emit(new SlotChanged(life.trade().id(), at, life.trade().slot(), row.slot()));
        }
    }
}
