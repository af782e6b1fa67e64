package org.mirrorbook.ui.grid;

import java.util.Optional;

import org.mirrorbook.ui.model.GroupRow;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Sorting;

/** What the user does in a table that the table itself knows no answer to. Called on the UI thread. */
public interface GridListener {

    /** A row is to be opened: double click, or the return key. */
    default void opened(Row row) {
    }

    /** A check box or a picture was pressed, by the mouse or the space key. @param column its index in the list of all columns */
    default void pressed(Row row, int column) {
    }

    /** A group is to be opened or closed. */
    default void toggled(GroupRow group) {
    }

    /** The rows are to be sorted; by nothing means in their own order. The table shows the rows as they are until it is given others. */
    default void sorted(Optional<Sorting> by) {
    }
}
