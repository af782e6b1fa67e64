package org.mirrorbook.exchange.practice.books;

/**
 * Random numbers by counting: the n-th roll of a stream is a function of seed, stream and n alone. So whoever remembers his count goes on
 * exactly where he stopped. The mixing is the 64-bit finaliser of splittable generators.
 */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;

    /** The dice of one stream; streams of the same seed do not follow each other. */
    public Dice(long seed, String stream) {
        this.key = mix(seed * GOLDEN ^ mix(stream.hashCode()));
    }

    /** The n-th roll: a number from 0 to sides - 1. */
    public int roll(long n, int sides) {
        return (int) Math.floorMod(bits(n), (long) sides);
    }

    /** The n-th 64 random bits. */
    public long bits(long n) {
        return mix(key + n * GOLDEN);
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
