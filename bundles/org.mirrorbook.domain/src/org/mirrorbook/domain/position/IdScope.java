package org.mirrorbook.domain.position;

/** What a venue's position id stands for (protocol notes, exchanges 4). */
public enum IdScope {
    /** There is no id. */
    NONE,
    /** The id belongs to the slot and comes again with the next life in it: it never ends a life. */
    SLOT,
    /** The id was minted for this life alone. */
    LIFE,
    /** The id was of the kind that the account had before the venue changed it: it names nothing any more. */
    FORMER
}
