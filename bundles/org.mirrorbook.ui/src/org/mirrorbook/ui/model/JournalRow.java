package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;

/**
 * A trade as it is shown in the Journal.
 *
 * @param cells in the order of {@link JournalColumn}
 */
public record JournalRow(TradeId id, AccountId account, List<Cell> cells) implements TradeRow {

    private static final AccountId NOT_READ = new AccountId("?");
    private static final List<Cell> EMPTY = Collections.nCopies(JournalColumn.values().length, Cell.empty());

    public JournalRow {
        requireNonNull(id);
        requireNonNull(account);
        cells = List.copyOf(cells);
    }

    /** A row that is still being read: of it nothing is known but which trade it is. */
    public static JournalRow awaited(TradeId id) {
        return new JournalRow(id, NOT_READ, EMPTY);
    }

    public boolean isAwaited() {
        return account == NOT_READ;
    }

    @Override
    public String about() {
        return Stream.of(cell(JournalColumn.SYMBOL).text() + " " + cell(JournalColumn.SIDE).text().toLowerCase(Locale.ROOT),
                cell(JournalColumn.ACCOUNT).text(), cell(JournalColumn.STATUS).text().toLowerCase(Locale.ROOT))
                .filter(words -> !words.isBlank()).collect(Collectors.joining(", "));
    }

    public Cell cell(JournalColumn column) {
        return cells.get(column.ordinal());
    }
}
