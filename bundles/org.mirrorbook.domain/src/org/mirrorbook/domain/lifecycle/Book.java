package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/**
 * All that the lifecycle knows of one account. Immutable.
 *
 * <p>Persisted: {@code mirroredSince}, {@code open}, {@code awaiting}, {@code recent}, {@code claimed} (of the history margin) and
 * {@code historyReadTo}. {@code shown}, {@code loose}, {@code orders} and {@code around} live only as long as the process: they are filled
 * again by the first snapshot and by history.
 *
 * @param mirroredSince when this account was first mirrored; what ended before is not entered (docs/lifecycle.md, rule 9)
 * @param open the open life of each slot
 * @param awaiting ended lives whose closing record has not come, oldest close first
 * @param recent lives confirmed a moment ago, whose executions fills may still explain; their figures are final. Oldest close first
 * @param claimed closing records that are no news any more
 * @param historyReadTo up to which close time the closing records of a scope have been read
 * @param shown what the venue showed last
 * @param loose fills that no execution has taken up yet, oldest first
 * @param orders what orders told a moment ago about why they close, by their ids
 * @param around settings, equity and waiting orders
 */
public record Book(
        AccountId account,
        Instant mirroredSince,
        Map<Slot, OpenLife> open,
        List<ClosedLife> awaiting,
        List<ConfirmedLife> recent,
        Map<RecordKey, ClaimedRecord> claimed,
        Map<Scope, Instant> historyReadTo,
        Shown shown,
        List<FillSeen> loose,
        Map<String, OrderSeen> orders,
        Surroundings around) {

    public Book {
        requireNonNull(account);
        requireNonNull(mirroredSince);
        open = Map.copyOf(open);
        awaiting = List.copyOf(awaiting);
        recent = List.copyOf(recent);
        claimed = Map.copyOf(claimed);
        historyReadTo = Map.copyOf(historyReadTo);
        requireNonNull(shown);
        loose = List.copyOf(loose);
        orders = Map.copyOf(orders);
        requireNonNull(around);
    }

    /** A book of which the venue has shown these snapshots and nothing else. */
    public Book(AccountId account, Instant mirroredSince, Map<Slot, OpenLife> open, List<ClosedLife> awaiting, List<ConfirmedLife> recent,
            Map<RecordKey, ClaimedRecord> claimed, Map<Scope, Instant> historyReadTo, Map<Scope, SnapshotSeen> newest,
            List<FillSeen> loose) {
        this(account, mirroredSince, open, awaiting, recent, claimed, historyReadTo, Shown.of(newest), loose, Map.of(),
                Surroundings.none());
    }

    /** The book of an account that is mirrored for the first time. */
    public static Book empty(AccountId account, Instant mirroredSince) {
        return kept(account, mirroredSince, Map.of(), List.of(), Map.of(), Map.of());
    }

    /** A book as it is persisted: without what lives only as long as the process. */
    public static Book kept(AccountId account, Instant mirroredSince, Map<Slot, OpenLife> open, List<ClosedLife> awaiting,
            List<ConfirmedLife> recent, Map<RecordKey, ClaimedRecord> claimed, Map<Scope, Instant> historyReadTo) {
        return new Book(account, mirroredSince, open, awaiting, recent, claimed, historyReadTo, Shown.nothing(), List.of(), Map.of(),
                Surroundings.none());
    }

    /** A persisted book of whose confirmed lives none is recent. */
    public static Book kept(AccountId account, Instant mirroredSince, Map<Slot, OpenLife> open, List<ClosedLife> awaiting,
            Map<RecordKey, ClaimedRecord> claimed, Map<Scope, Instant> historyReadTo) {
        return kept(account, mirroredSince, open, awaiting, List.of(), claimed, historyReadTo);
    }

    /** The newest snapshot of each scope. */
    public Map<Scope, SnapshotSeen> newest() {
        return shown.snapshots();
    }

    /** The latest time that anything the venue said of the scope names: an envelope's or a row's. Absent before the first snapshot. */
    public Optional<Instant> seenUntil(Scope scope) {
        return shown.seenUntil(scope);
    }

    /** The same book as it would come back from the journal. */
    public Book kept() {
        return kept(account, mirroredSince, open, awaiting, recent, claimed, historyReadTo);
    }
}
