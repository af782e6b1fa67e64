package org.mirrorbook.ui.model;

import java.util.List;

/** A row of a table as it is shown: one cell a column. */
public interface Row {
    List<Cell> cells();
}
