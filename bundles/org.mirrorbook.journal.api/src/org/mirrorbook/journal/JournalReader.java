package org.mirrorbook.journal;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;

/** Reads what is committed. Blocking; for jobs and commands. Thread-safe. Fails with a {@link JournalProblem}. */
public interface JournalReader {

    /** The trades that match, in the query's order. */
    List<Trade> trades(TradeQuery query);

    Optional<Trade> trade(TradeId id);

    /** The changes that made a trade, oldest first. */
    List<TradeEvent> events(TradeId id);
}
