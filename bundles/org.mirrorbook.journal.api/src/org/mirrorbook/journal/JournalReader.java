package org.mirrorbook.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;

/** Reads what is committed. Blocking; for jobs and commands. Thread-safe. Fails with a {@link JournalProblem}. */
public interface JournalReader {

    /** The trades that match, in the query's order. */
    List<Trade> trades(TradeQuery query);

    Optional<Trade> trade(TradeId id);

    /** The changes that made a trade, oldest first. */
    List<TradeEvent> events(TradeId id);

    /** The trades of an account that are open or closed at or after that time, oldest opening first. */
    List<Trade> lives(AccountId account, Instant closedSince);
}
