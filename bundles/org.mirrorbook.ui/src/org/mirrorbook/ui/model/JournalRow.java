package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.domain.journal.TradeId;

/**
 * A trade as it is shown in the Journal.
 *
 * @param cells in the order of {@link JournalColumn}
 */
public record JournalRow(TradeId id, List<Cell> cells) implements Row {

    public JournalRow {
        requireNonNull(id);
        cells = List.copyOf(cells);
    }

    public Cell cell(JournalColumn column) {
        return cells.get(column.ordinal());
    }
}
