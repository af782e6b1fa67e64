package org.mirrorbook.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;

/**
 * Reads what is committed; withdrawn trades are left out everywhere. Each answer is of one moment: the executions of a trade belong to its
 * figures. Blocking; for jobs and commands. Thread-safe. Fails with a {@link JournalProblem}.
 */
public interface JournalReader {

    /** The trades that match, in the query's order. */
    List<Trade> trades(TradeQuery query);

    /**
     * As {@link #trades(TradeQuery)}.
     *
     * @throws CancellationException soon after it was cancelled
     */
    default List<Trade> trades(TradeQuery query, Cancellation cancellation) {
        cancellation.check();
        var found = trades(query);
        cancellation.check();
        return found;
    }

    Optional<Trade> trade(TradeId id);

    /** The changes that made a trade, oldest first; also those of a withdrawn one. */
    List<TradeEvent> events(TradeId id);

    /** The trades of an account that are open or closed at or after that time, oldest opening first. */
    List<Trade> lives(AccountId account, Instant closedSince);

    /**
     * What the closed trades come to, in constant time.
     *
     * @param account of this one; absent for each
     * @return one for each account and currency that has closed trades, by account and currency
     */
    default List<TradeStatistics> statistics(Optional<AccountId> account) {
        throw new UnsupportedOperationException("this reader keeps no statistics");
    }

    /** How many trades there are. */
    default long count() {
        return trades(TradeQuery.all()).size();
    }

    /**
     * The ids of all trades that pass, in an order. Takes seconds where they are a million.
     *
     * @throws CancellationException soon after it was cancelled
     */
    default TradeIndex index(TradeFilter filter, TradeSort sort, Cancellation cancellation) {
        var found = trades(new TradeQuery(filter, Optional.empty(), true, OptionalInt.empty()), cancellation);
        return TradeIndex.of(found.stream().sorted(sort.comparator()).map(Trade::id).toList());
    }

    /** These trades, in the order of the ids; one that is not there, or was withdrawn, is left out. */
    default List<Trade> trades(List<TradeId> ids) {
        return ids.stream().flatMap(id -> trade(id).stream()).toList();
    }

    /** Those among these that pass. */
    default Set<TradeId> passing(TradeFilter filter, Collection<TradeId> ids) {
        var passing = trades(new TradeQuery(filter, Optional.empty(), true, OptionalInt.empty())).stream().map(Trade::id)
                .collect(Collectors.toSet());
        passing.retainAll(Set.copyOf(ids));
        return passing;
    }

    /**
     * What the trades that pass come to: one for each environment and currency that any of them has, real money first.
     *
     * @throws CancellationException soon after it was cancelled
     */
    default List<FilterTotals> totals(TradeFilter filter, Cancellation cancellation) {
        return FilterTotals.of(trades(new TradeQuery(filter, Optional.empty(), true, OptionalInt.empty()), cancellation));
    }
}
