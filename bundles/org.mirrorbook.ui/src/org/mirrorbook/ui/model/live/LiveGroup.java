package org.mirrorbook.ui.model.live;

import java.util.List;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.GroupRow;
import org.mirrorbook.ui.model.OfAccount;

/** The head of the positions of an account in one currency: its name, its state, and what they come to. */
public record LiveGroup(String key, AccountId account, boolean open, Cell head, List<Cell> cells) implements GroupRow, OfAccount {

    public LiveGroup {
        cells = List.copyOf(cells);
    }
}
