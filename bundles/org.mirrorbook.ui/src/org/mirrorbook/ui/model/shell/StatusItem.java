package org.mirrorbook.ui.model.shell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

import org.mirrorbook.ui.model.Cell;

/**
 * One item of the status line.
 *
 * @param place to which it leads
 */
public record StatusItem(StatusPlace place, List<Cell> cells) {

    public StatusItem {
        requireNonNull(place);
        cells = List.copyOf(cells);
    }

    static StatusItem of(StatusPlace place, Cell cell) {
        return new StatusItem(place, List.of(cell));
    }

    /** All of it as words. */
    public String words() {
        return cells.stream().map(Cell::text).collect(Collectors.joining(" "));
    }

    /** More words for the pointer; empty for none. */
    public String tip() {
        return cells.stream().map(Cell::tip).filter(tip -> !tip.isEmpty()).collect(Collectors.joining("\n"));
    }
}
