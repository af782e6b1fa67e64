package org.mirrorbook.exchange.bitget.rest;

/** The kinds of account that Bitget has; they speak different protocols (protocol notes, Bitget 1.1). */
public enum Kind {

    CLASSIC("classic"), UNIFIED("unified");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As it is told to the mirror and to the user. */
    public String word() {
        return word;
    }
}
