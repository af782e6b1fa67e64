package org.mirrorbook.ui.journal;

import java.util.List;

import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.JournalRow;

/** The Journal as it was read last: its rows, newest first, and their totals. */
record JournalPage(List<JournalRow> rows, List<List<Cell>> totals) {

    JournalPage {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }
}
