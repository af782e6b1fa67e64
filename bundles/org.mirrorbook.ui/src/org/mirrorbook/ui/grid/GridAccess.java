package org.mirrorbook.ui.grid;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.RowSentence;

/**
 * The table as assistive technology meets it: a table whose children are the rows in sight, each telling itself in a sentence of its
 * columns' names and figures. Rows out of sight come into sight by the keys. UI thread only.
 */
final class GridAccess {

    private final NatTable table;
    private final GridLayers layers;
    private final GridSelection selection;
    private final List<ColumnSpec> specs;
    private final String name;

    GridAccess(NatTable table, GridLayers layers, GridSelection selection, List<ColumnSpec> specs, String name) {
        this.table = table;
        this.layers = layers;
        this.selection = selection;
        this.specs = specs;
        this.name = name;
    }

    void install() {
        var accessible = table.getAccessible();
        accessible.addAccessibleListener(new Names());
        accessible.addAccessibleControlListener(new Rows());
        selection.addSelectionChangedListener(event -> {
            int anchor = selection.anchor();
            if (anchor >= first() && anchor <= last()) {
                accessible.setFocus(anchor - first());
            }
        });
    }

    private int first() {
        return Math.max(0, layers.rowAt(layers.headerHeight()));
    }

    private int last() {
        return Math.min(layers.rows().size() - 1, layers.rowAt(table.getClientArea().height - 1));
    }

    private Row row(int child) {
        int at = first() + child;
        return at < layers.rows().size() ? layers.rows().row(at) : null;
    }

    private final class Names extends AccessibleAdapter {
        @Override
        public void getName(AccessibleEvent event) {
            event.result = event.childID == ACC.CHILDID_SELF ? name : sentence(event.childID);
        }

        @Override
        public void getDescription(AccessibleEvent event) {
            if (event.childID == ACC.CHILDID_SELF) {
                event.result = RowSentence.about(specs, layers.places(), layers.rows().size());
            } else {
                event.result = underPointer(event.childID);
            }
        }
    }

    private String sentence(int child) {
        var row = row(child);
        return row == null ? "" : RowSentence.of(row, specs, layers.places());
    }

    /** The cell of that row that the pointer is on, in a sentence of its own; null for none. */
    private String underPointer(int child) {
        var at = table.toControl(table.getDisplay().getCursorLocation());
        var row = row(child);
        int column = layers.columnAt(at.x);
        if (row == null || column < 0 || layers.rowAt(at.y) != first() + child) {
            return null;
        }
        int index = layers.places().get(column).index();
        return RowSentence.of(row, specs.get(index), index);
    }

    private final class Rows extends AccessibleControlAdapter {
        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_TABLE : ACC.ROLE_ROW;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = Math.max(0, last() - first() + 1);
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            int count = Math.max(0, last() - first() + 1);
            event.children = new Object[count];
            for (int child = 0; child < count; child++) {
                event.children[child] = child;
            }
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            var at = table.toControl(event.x, event.y);
            if (table.getClientArea().contains(at)) {
                int row = layers.rowAt(at.y);
                event.childID = row >= first() && row <= last() ? row - first() : ACC.CHILDID_SELF;
            }
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            var own = event.childID == ACC.CHILDID_SELF ? table.getClientArea()
                    : new Rectangle(0, layers.top(first() + event.childID), table.getClientArea().width, layers.rowHeight());
            var at = table.toDisplay(own.x, own.y);
            event.x = at.x;
            event.y = at.y;
            event.width = own.width;
            event.height = own.height;
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            int anchor = selection.anchor();
            event.childID = !table.isFocusControl() ? ACC.CHILDID_NONE
                    : anchor >= first() && anchor <= last() ? anchor - first() : ACC.CHILDID_SELF;
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail = ACC.STATE_FOCUSABLE | (table.isFocusControl() ? ACC.STATE_FOCUSED : 0);
            if (event.childID >= 0) {
                int row = first() + event.childID;
                event.detail = ACC.STATE_SELECTABLE | ACC.STATE_FOCUSABLE
                        | (layers.selection().isRowPositionSelected(row) ? ACC.STATE_SELECTED : 0)
                        | (table.isFocusControl() && selection.anchor() == row ? ACC.STATE_FOCUSED : 0);
            }
        }

        @Override
        public void getValue(AccessibleControlEvent event) {
            if (event.childID >= 0) {
                event.result = sentence(event.childID);
            }
        }
    }
}
