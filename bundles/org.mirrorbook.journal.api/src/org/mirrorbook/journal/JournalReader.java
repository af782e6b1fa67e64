package org.mirrorbook.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

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
}
