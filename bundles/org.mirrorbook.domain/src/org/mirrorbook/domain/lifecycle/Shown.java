package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/**
 * What the venue showed last: the newest complete snapshot of each scope, and what it said of single slots since. It decides what is news
 * (docs/lifecycle.md, rule 3). Immutable.
 *
 * @param snapshots the newest of each scope
 * @param words what was said of single slots since their scope's snapshot, on its connection or on one that took over from it without a
 * gap; the newest of each slot
 * @param lost number of the newest connection that is known to have ended
 */
public record Shown(Map<Scope, SnapshotSeen> snapshots, Map<Slot, Word> words, long lost) {

    /**
     * What the venue said of one slot.
     *
     * @param connection number of the connection it came on
     * @param row absent when nothing is open in the slot any more
     */
    public record Word(long connection, Instant venueTime, Optional<PositionRow> row) {

        public Word {
            requireNonNull(venueTime);
            requireNonNull(row);
        }

        /** Two of one moment are taken as they come, unless the rows know better. */
        private boolean isOlderThan(Word other) {
            if (connection != other.connection) {
                return connection < other.connection;
            }
            if (!venueTime.equals(other.venueTime)) {
                return venueTime.isBefore(other.venueTime);
            }
            return row.isPresent() && other.row.isPresent() && row.get().updatedAt().isBefore(other.row.get().updatedAt());
        }
    }

    public Shown {
        snapshots = Map.copyOf(snapshots);
        words = Map.copyOf(words);
    }

    /** Before anything was seen. */
    static Shown nothing() {
        return of(Map.of());
    }

    /** These snapshots and no word since. */
    static Shown of(Map<Scope, SnapshotSeen> snapshots) {
        return new Shown(snapshots, Map.of(), Long.MIN_VALUE);
    }

    Optional<SnapshotSeen> newest(Scope scope) {
        return Optional.ofNullable(snapshots.get(scope));
    }

    /** Venue times are comparable within one connection; a later connection is newer in any case. */
    boolean isOlder(SnapshotSeen snapshot) {
        return newest(snapshot.scope()).filter(last -> snapshot.connection() < last.connection()
                || snapshot.connection() == last.connection() && snapshot.venueTime().isBefore(last.venueTime())).isPresent();
    }

    /**
     * Whether it changes what is known of the slot. Nothing does before the first snapshot of its connection, save where that took over
     * from one that was not lost: it need not list again what the other had told.
     */
    boolean isNews(Slot slot, Word word) {
        return newest(slot.scope()).filter(last -> follows(word, last)).isPresent()
                && Optional.ofNullable(words.get(slot)).filter(word::isOlderThan).isEmpty();
    }

    private boolean follows(Word word, SnapshotSeen last) {
        return word.connection == last.connection() ? !word.venueTime.isBefore(last.venueTime())
                : word.connection > last.connection() && last.connection() > lost;
    }

    /** The snapshot takes the place of all that was said before it. A word of the same moment is not older: changes come after it. */
    Shown with(SnapshotSeen snapshot) {
        var scope = snapshot.scope();
        var next = new HashMap<>(snapshots);
        next.put(scope, snapshot);
        if (words.isEmpty()) {
            return new Shown(next, words, lost);
        }
        var kept = new HashMap<>(words);
        kept.entrySet().removeIf(said -> said.getKey().scope().equals(scope) && !follows(said.getValue(), snapshot));
        return new Shown(next, kept, lost);
    }

    Shown with(Slot slot, Word word) {
        var next = new HashMap<>(words);
        next.put(slot, word);
        return new Shown(snapshots, next, lost);
    }

    Shown withoutConnection(long connection) {
        return connection <= lost ? this : new Shown(snapshots, words, connection);
    }

    /** Number of the newest connection that anything shown came on. Absent before the first snapshot. */
    public OptionalLong connection() {
        return LongStream.concat(snapshots.values().stream().mapToLong(SnapshotSeen::connection),
                words.values().stream().mapToLong(Word::connection)).max();
    }

    /**
     * Since when the scope is watched without a break, as seen from something that comes on that connection: a new one takes over without a
     * gap where the one before has not ended. Absent after an absence.
     */
    Optional<Instant> watchedSince(Scope scope, long connection) {
        return newest(scope).filter(last -> last.connection() == connection || last.connection() > lost).map(SnapshotSeen::venueTime);
    }

    /** The latest time that anything said of the scope names. */
    Optional<Instant> seenUntil(Scope scope) {
        var said = words.entrySet().stream().filter(entry -> entry.getKey().scope().equals(scope)).map(Map.Entry::getValue)
                .flatMap(word -> Stream.concat(Stream.of(word.venueTime()), word.row().map(PositionRow::updatedAt).stream()));
        return newest(scope).flatMap(last -> Stream.of(Stream.of(last.venueTime()), last.rows().stream().map(PositionRow::updatedAt), said)
                .flatMap(times -> times).max(Comparator.naturalOrder()));
    }

    /** What is open in the scope as far as was shown: one row a slot, the one changed last; size zero says that the slot is empty. */
    Map<Slot, PositionRow> rows(Scope scope) {
        var rows = new LinkedHashMap<Slot, PositionRow>();
        for (var row : newest(scope).map(SnapshotSeen::rows).orElse(List.of())) {
            rows.merge(row.slot(), row, (one, two) -> two.updatedAt().isBefore(one.updatedAt()) ? one : two);
        }
        words.forEach((slot, word) -> {
            if (slot.scope().equals(scope)) {
                word.row().ifPresentOrElse(row -> rows.put(slot, row), () -> rows.remove(slot));
            }
        });
        rows.values().removeIf(row -> row.size().signum() == 0);
        return rows;
    }
}
