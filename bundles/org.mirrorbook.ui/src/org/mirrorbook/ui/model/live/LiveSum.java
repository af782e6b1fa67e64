package org.mirrorbook.ui.model.live;

import java.util.List;

import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.SpanRow;

/** A line of totals: what it is of, the sums in their columns, and what the stops say. */
public record LiveSum(Cell head, List<Cell> cells, Cell tail) implements SpanRow {

    public LiveSum {
        cells = List.copyOf(cells);
    }
}
