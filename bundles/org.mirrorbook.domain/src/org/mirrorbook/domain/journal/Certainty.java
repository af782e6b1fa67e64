package org.mirrorbook.domain.journal;

/** How far the figures of a trade can be trusted. */
public enum Certainty {
    /** Open: figures are as of the newest row. */
    LIVE,
    /** Closed by absence or size zero; the venue's closing record is awaited. The close may still be revoked. */
    PROVISIONAL,
    /** The venue's closing record is in the journal, digit by digit. Final. */
    CONFIRMED,
    /** The closing record did not come; asked again later. */
    UNCONFIRMED
}
