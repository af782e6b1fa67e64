package org.mirrorbook.certification;

/** What a venue's stage can let go wrong on purpose, from the next push, login or request on, until it is ended. */
public enum Fault {
    /** Every private push arrives twice. */
    DUPLICATE_PUSHES,
    /** Pushes of one event overtake one another. */
    REORDERED_PUSHES,
    /** The stream does not say in words that a life ended: no closing record, no row that is ended. The venue's history has it. */
    MISSING_CLOSE,
    /** No closing record comes in the stream, and the venue's history shows it only some seconds after the close. */
    LATE_CLOSING_RECORD,
    /** A list of open positions lacks one that is open. */
    INCOMPLETE_SNAPSHOT,
    /** The venue's clock is ahead of this machine's by {@link Stage#skew()}. */
    CLOCK_SKEW
}
