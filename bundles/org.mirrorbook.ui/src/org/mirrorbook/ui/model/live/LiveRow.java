package org.mirrorbook.ui.model.live;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    @Override
    public String about() {
        return Stream.of(cell(LiveColumn.SYMBOL).text() + " " + cell(LiveColumn.SIDE).text().toLowerCase(Locale.ROOT),
                cell(LiveColumn.ACCOUNT).text(), cell(LiveColumn.DOT).tip()).filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
    }

    public Cell cell(LiveColumn column) {
        return cells.get(column.ordinal());
    }
}
