package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table.
 *
 * @param width in pixels of the reference font, at the least
 * @param grow its share of what is left of the table's width; 0 for none
 * @param drop when the table is too narrow for all columns, 1 goes first; 0 for one that stays
 * @param figures whether it holds figures, which stand on the right
 */
public record ColumnSpec(String title, int width, int grow, int drop, boolean figures) {

    public ColumnSpec {
        requireNonNull(title);
    }

    public static ColumnSpec words(String title, int width, int grow) {
        return new ColumnSpec(title, width, grow, 0, false);
    }

    public static ColumnSpec figures(String title, int width, int grow) {
        return new ColumnSpec(title, width, grow, 0, true);
    }

    /** The same, leaving a table that is too narrow as the one of that number. */
    public ColumnSpec leaving(int drop) {
        return new ColumnSpec(title, width, grow, drop, figures);
    }
}
