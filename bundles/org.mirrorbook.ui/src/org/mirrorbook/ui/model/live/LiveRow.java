package org.mirrorbook.ui.model.live;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.TradeRow;

/**
 * An open position as it is shown. Two rows are equal when they look the same.
 *
 * @param cells in the order of {@link LiveColumn}
 */
public record LiveRow(TradeId id, AccountId account, String summary, List<Cell> cells) implements TradeRow {

    public LiveRow {
        requireNonNull(id);
        requireNonNull(account);
        requireNonNull(summary);
        cells = List.copyOf(cells);
    }

    public Cell cell(LiveColumn column) {
        return cells.get(column.ordinal());
    }
}
