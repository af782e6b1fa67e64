package org.mirrorbook.certification;

/** What a venue's stage can let go wrong on purpose, from the next push, login or request on, until it is ended. */
public enum Fault {
    /** Every private push arrives twice. */
    DUPLICATE_PUSHES,
    /** Pushes of one event overtake one another. */
    REORDERED_PUSHES,
    /** The stream never brings a closing record; the venue's history has it. */
    MISSING_CLOSING_RECORD,
    /** The stream never brings a closing record, and the venue's history shows it only some seconds after the close. */
    LATE_CLOSING_RECORD,
    /** A list of open positions lacks one that is open. */
    INCOMPLETE_SNAPSHOT,
    /** The venue's clock is ahead of this machine's by {@link Stage#skew()}. */
    CLOCK_SKEW
}
