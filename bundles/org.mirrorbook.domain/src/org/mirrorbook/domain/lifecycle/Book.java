package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/**
 * All that the lifecycle knows of one account. Immutable.
 *
 * <p>Persisted: {@code mirroredSince}, {@code open}, {@code awaiting}, {@code claimed} (of the history margin) and {@code historyReadTo}.
 * {@code recent}, {@code newest} and {@code loose} live only as long as the process: they are filled again by the first snapshot and by
 * history.
 *
 * @param mirroredSince when this account was first mirrored; what ended before is not entered (docs/lifecycle.md, rule 9)
 * @param open the open life of each slot
 * @param awaiting ended lives whose closing record has not come, oldest close first
 * @param recent lives confirmed a moment ago, whose executions fills may still explain; their figures are final. Oldest close first
 * @param claimed closing records that are no news any more
 * @param historyReadTo up to which close time the closing records of a scope have been read
 * @param newest the newest snapshot of each scope
 * @param loose fills that no execution has taken up yet, oldest first
 */
public record Book(
        AccountId account,
        Instant mirroredSince,
        Map<Slot, OpenLife> open,
        List<ClosedLife> awaiting,
        List<ConfirmedLife> recent,
        Map<RecordKey, ClaimedRecord> claimed,
        Map<Scope, Instant> historyReadTo,
        Map<Scope, SnapshotSeen> newest,
        List<FillSeen> loose) {

    public Book {
        requireNonNull(account);
        requireNonNull(mirroredSince);
        open = Map.copyOf(open);
        awaiting = List.copyOf(awaiting);
        recent = List.copyOf(recent);
        claimed = Map.copyOf(claimed);
        historyReadTo = Map.copyOf(historyReadTo);
        newest = Map.copyOf(newest);
        loose = List.copyOf(loose);
    }

    /** The book of an account that is mirrored for the first time. */
    public static Book empty(AccountId account, Instant mirroredSince) {
        return new Book(account, mirroredSince, Map.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of());
    }

    /** A book as it is persisted: without what lives only as long as the process. */
    public static Book kept(AccountId account, Instant mirroredSince, Map<Slot, OpenLife> open, List<ClosedLife> awaiting,
            Map<RecordKey, ClaimedRecord> claimed, Map<Scope, Instant> historyReadTo) {
        return new Book(account, mirroredSince, open, awaiting, List.of(), claimed, historyReadTo, Map.of(), List.of());
    }

    /** The same book as it would come back from the journal. */
    public Book kept() {
        return kept(account, mirroredSince, open, awaiting, claimed, historyReadTo);
    }
}
