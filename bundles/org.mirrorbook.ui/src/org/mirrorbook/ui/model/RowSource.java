package org.mirrorbook.ui.model;

import java.util.List;

/** The rows of a table, asked for as they come into sight; must answer at once. On the UI thread only. */
public interface RowSource {

    int size();

    /** The row at that place; one with empty cells while it is still being read. */
    Row row(int index);

    /** Where the row of that key is now; -1 when it is gone or not known. */
    int indexOf(Object key);

    /** Rows that are all at hand. */
    static RowSource of(List<? extends Row> rows) {
        return new ListedRows(rows);
    }
}
