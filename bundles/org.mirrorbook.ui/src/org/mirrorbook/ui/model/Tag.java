package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

/**
 * A small word behind a figure.
 *
 * @param text empty for one that only keeps its place, so that the figures of a column stand in line
 */
public record Tag(String text, Tone tone) {

    public Tag {
        requireNonNull(text);
        requireNonNull(tone);
    }

    /** Only the place of one. */
    public static Tag none() {
        return new Tag("", Tone.TEXT2);
    }
}
