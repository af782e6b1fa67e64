package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table.
 *
 * @param id by which the user's order, width and choice are kept
 * @param width in pixels of the reference font, at the least
 * @param grow its share of what is left of the table's width; 0 for none
 * @param drop when the table is too narrow for all columns, 1 goes first; 0 for one that stays
 * @param figures whether it holds figures, which stand on the right
 * @param onRequest whether it is hidden until the user chooses it
 * @param about what it is in a few words, where the title does not say so: for the header's tip and the choice of columns
 */
public record ColumnSpec(String id, String title, int width, int grow, int drop, boolean figures, boolean onRequest, String about) {

    public ColumnSpec {
        requireNonNull(id);
        requireNonNull(title);
        requireNonNull(about);
    }

    public static ColumnSpec words(String title, int width, int grow) {
        return new ColumnSpec(title, title, width, grow, 0, false, false, "");
    }

    public static ColumnSpec figures(String title, int width, int grow) {
        return new ColumnSpec(title, title, width, grow, 0, true, false, "");
    }

    /** The same, leaving a table that is too narrow as the one of that number. */
    public ColumnSpec leaving(int drop) {
        return new ColumnSpec(id, title, width, grow, drop, figures, onRequest, about);
    }

    /** The same under another title. */
    public ColumnSpec titled(String title) {
        return new ColumnSpec(id, title, width, grow, drop, figures, onRequest, about);
    }

    /** The same, known by another name than its title. */
    public ColumnSpec named(String id) {
        return new ColumnSpec(id, title, width, grow, drop, figures, onRequest, about);
    }

    /** The same, hidden until it is asked for. */
    public ColumnSpec whenAsked() {
        return new ColumnSpec(id, title, width, grow, drop, figures, true, about);
    }

    /** The same, told in more words than its title. */
    public ColumnSpec about(String words) {
        return new ColumnSpec(id, title, width, grow, drop, figures, onRequest, words);
    }

    /** What it is called where it is told often: what explains it after a colon is left out. */
    public String spoken() {
        return fullName().split(": ", 2)[0];
    }

    /** What it is called where there is room for it. */
    public String fullName() {
        return about.isEmpty() ? title : about;
    }
}
