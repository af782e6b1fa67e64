package org.mirrorbook.recording.codec;

/** What kind of value follows: the first byte of each. These numbers are in files and never change their meaning. */
final class Tag {

    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    /** A zigzag number. */
    static final int WHOLE = 3;
    /** Length in bytes, UTF-8. */
    static final int TEXT = 4;
    /** Length in characters, UTF-16: for what has no form in UTF-8, a surrogate alone. */
    static final int WIDE_TEXT = 5;
    /** Scale and unscaled number, both zigzag. */
    static final int DECIMAL = 6;
    /** Scale zigzag, length, unscaled number in two's complement. */
    static final int BIG_DECIMAL = 7;
    /** Seconds zigzag, nanoseconds. */
    static final int INSTANT = 8;
    static final int DURATION = 9;
    static final int ABSENT = 10;
    static final int PRESENT = 11;
    static final int LIST = 12;
    static final int SET = 13;
    static final int MAP = 14;
    /** Number of the definition, place of the constant in it. */
    static final int CONSTANT = 15;
    /** Number of the definition, then a value for each of its names. */
    static final int RECORD = 16;
    /** Number of the definition: the newest record of it that ended before this place in the same message. */
    static final int AGAIN = 17;

    private Tag() {
    }
}
