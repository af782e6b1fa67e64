package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.ui.model.Cell;

/**
 * A figure with what it is of.
 *
 * @param figure with its shape and tone
 */
public record Tile(Cell figure, String caption) {

    public Tile {
        requireNonNull(figure);
        requireNonNull(caption);
    }

    /** All that is to be read in it. */
    public String words() {
        return figure.text() + ", " + caption;
    }
}
