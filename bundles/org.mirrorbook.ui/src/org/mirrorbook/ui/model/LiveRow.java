package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;

/**
 * An open position as it is shown. Two rows are equal when they look the same.
 *
 * @param place by which rows are in order: account, symbol, side
 * @param cells in the order of {@link LiveColumn}
 */
public record LiveRow(TradeId id, AccountId account, String place, List<Cell> cells) implements TradeRow {

    public LiveRow {
        requireNonNull(id);
        requireNonNull(account);
        requireNonNull(place);
        cells = List.copyOf(cells);
    }

    public Cell cell(LiveColumn column) {
        return cells.get(column.ordinal());
    }
}
