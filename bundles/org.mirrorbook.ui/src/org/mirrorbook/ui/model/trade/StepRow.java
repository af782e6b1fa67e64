package org.mirrorbook.ui.model.trade;

import java.util.List;

import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Row;

/** A row of a small table of the Trade view. Two are equal when they look the same. */
public record StepRow(List<Cell> cells) implements Row {

    public StepRow {
        cells = List.copyOf(cells);
    }
}
