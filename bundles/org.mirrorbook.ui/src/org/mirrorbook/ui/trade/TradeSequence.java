package org.mirrorbook.ui.trade;

/**
 * What a part that lists trades may offer as an adapter, so that previous and next trade go along its own order and filter: it selects the
 * neighbour, and the Trade view follows the selection. UI thread only.
 */
public interface TradeSequence {

    /**
     * Selects the row so many below the selected one; above for a negative number.
     *
     * @return false when there is none, or none is selected
     */
    boolean step(int rows);
}
