package org.mirrorbook.ui.model;

import java.util.List;

/** A row of a table as it is shown: one cell a column. */
public interface Row {
    List<Cell> cells();

    /** What stays the same while the row looks different: by it a selection follows its row. */
    default Object key() {
        return this;
    }

    /** What it is about, as it is said behind one of its cells, such as {@code XRPUSDT long, Main, live}; empty for none. */
    default String about() {
        return "";
    }

    /** Whether it stands out as one on which two sides do not agree. */
    default boolean differs() {
        return false;
    }
}
