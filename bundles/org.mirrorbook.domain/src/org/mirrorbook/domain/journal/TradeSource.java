package org.mirrorbook.domain.journal;

/** Where a trade came from. */
public enum TradeSource {
    /** Mirrored from the exchange. */
    LIVE_MIRROR
}
