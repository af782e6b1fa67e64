package org.mirrorbook.mirror.lane;

import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;

/** Gives the prices that have to be in the book before its structure changes. */
@FunctionalInterface
interface Samples {

    /** Where nobody watches prices. */
    Samples NONE = (book, trades) -> Optional.empty();

    /**
     * The newest prices of these trades, as far as the book does not have them.
     *
     * @param trades as they are about to become
     */
    Optional<MarksSampled> before(Book book, Map<TradeId, Trade> trades);
}
