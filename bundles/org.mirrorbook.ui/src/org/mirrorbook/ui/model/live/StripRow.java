package org.mirrorbook.ui.model.live;

import java.util.List;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.OfAccount;
import org.mirrorbook.ui.model.Row;

/**
 * An account in the strip.
 *
 * @param mends what pressing the first of its signs does
 * @param cells in the order of {@link StripColumn}
 */
public record StripRow(Account of, Mending mends, List<Cell> cells) implements Row, OfAccount {

    /** What helps an account in its state. */
    public enum Mending {
        SYNC, RECONNECT, NEW_KEY
    }

    public StripRow {
        cells = List.copyOf(cells);
    }

    @Override
    public AccountId account() {
        return of.id();
    }

    @Override
    public String about() {
        return of.label();
    }

    @Override
    public Object key() {
        return of.id();
    }

    public Cell cell(StripColumn column) {
        return cells.get(column.ordinal());
    }
}
