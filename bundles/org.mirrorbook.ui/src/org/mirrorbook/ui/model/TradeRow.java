package org.mirrorbook.ui.model;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;

/** A row that stands for a trade: what commands on a selected trade need to know of it. */
public interface TradeRow extends Row, OfAccount {

    TradeId id();

    /** The account that it belongs to. */
    @Override
    AccountId account();

    /** The trade in a few words, such as {@code SOLUSDT long, +407.90 USDT}, with money as the user wants to see it; empty for none. */
    default String summary() {
        return "";
    }

    @Override
    default Object key() {
        return id();
    }
}
