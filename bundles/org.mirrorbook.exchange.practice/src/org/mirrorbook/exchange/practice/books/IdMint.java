package org.mirrorbook.exchange.practice.books;

/**
 * Mints the venue's ids: milliseconds since the venue's epoch in the upper bits, a running number in the lower 22 (protocol notes, Bitget
 * section 4). One mint serves all accounts of an exchange, so no id is given twice. Not safe for use from several threads.
 */
public final class IdMint {

    /** The venue's epoch, in ms since 1970. */
    public static final long EPOCH = 1_435_725_920_677L;
    private static final int SEQUENCE_BITS = 22;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private long sequence;

    /** A new id that decodes to the given time. */
    public long mint(long at) {
        sequence = sequence + 1 & SEQUENCE_MASK;
        return at - EPOCH << SEQUENCE_BITS | sequence;
    }

    /** The time an id was minted for, in ms since 1970. */
    public static long timeOf(long id) {
        return (id >> SEQUENCE_BITS) + EPOCH;
    }

    /** Where the running number stands, to go on from after a restart. */
    long sequence() {
        return sequence;
    }

    void resume(long remembered) {
        sequence = remembered;
    }
}
