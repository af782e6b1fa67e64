package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;

/**
 * A trade as it is shown in the Journal.
 *
 * @param cells in the order of {@link JournalColumn}
 */
public record JournalRow(TradeId id, AccountId account, List<Cell> cells) implements TradeRow {

    public JournalRow {
        requireNonNull(id);
        requireNonNull(account);
        cells = List.copyOf(cells);
    }

    public Cell cell(JournalColumn column) {
        return cells.get(column.ordinal());
    }
}
