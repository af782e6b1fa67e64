package org.mirrorbook.ui.trade;

import java.util.Optional;

import org.mirrorbook.domain.journal.TradeId;

/** Offered as an adapter by a part that lists trades, so that previous and next trade go along its order and filter. UI thread only. */
public interface TradeSequence {

    /**
     * Selects the neighbour of a trade.
     *
     * @param rows how many trades below it; above for a negative number
     * @return the trade that is selected now, which is the last one where the list ends; absent when the trade is not in the list
     */
    Optional<TradeId> step(TradeId from, int rows);
}
