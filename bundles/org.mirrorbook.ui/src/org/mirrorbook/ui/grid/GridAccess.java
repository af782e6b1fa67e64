package org.mirrorbook.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleTableAdapter;
import org.eclipse.swt.accessibility.AccessibleTableEvent;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.RowSentence;
import org.mirrorbook.ui.model.Sorting;

/**
 * The table as assistive technology meets it: a table of all its rows and shown columns, with titles and cells wherever they are asked for,
 * and the rows in sight as its children, each telling itself in a sentence of its columns' names and figures. UI thread only.
 */
final class GridAccess {

    private final NatTable table;
    private final GridLayers layers;
    private final GridSelection selection;
    private final List<ColumnSpec> specs;
    private final String name;
    private final AccessibleCells cells;

    GridAccess(NatTable table, GridLayers layers, GridSelection selection, List<ColumnSpec> specs, String name,
            Supplier<Optional<Sorting>> sorting) {
        this.table = table;
        this.layers = layers;
        this.selection = selection;
        this.specs = specs;
        this.name = name;
        this.cells = new AccessibleCells(table, layers, selection, specs, sorting);
    }

    void install() {
        var accessible = table.getAccessible();
        accessible.addAccessibleListener(new Names());
        accessible.addAccessibleControlListener(new Rows());
        accessible.addAccessibleTableListener(new Cells());
        selection.addSelectionChangedListener(event -> {
            accessible.selectionChanged();
            int anchor = selection.anchor();
            if (table.isFocusControl() && anchor >= 0 && cells.isInSight(anchor)) {
                cells.row(anchor).setFocus(ACC.CHILDID_SELF);
            }
        });
    }

    /** There are more rows, or fewer: told as a change at the end, for what is where is asked for anew. */
    void changed(int rowsBefore) {
        int now = layers.rows().size();
        table.getAccessible().sendEvent(ACC.EVENT_TABLE_CHANGED, new int[] {now > rowsBefore ? ACC.INSERT : ACC.DELETE,
                Math.min(now, rowsBefore), Math.abs(now - rowsBefore), 0, 0});
    }

    private final class Names extends AccessibleAdapter {
        @Override
        public void getName(AccessibleEvent event) {
            event.result = name;
        }

        @Override
        public void getDescription(AccessibleEvent event) {
            event.result = RowSentence.about(specs, layers.places(), layers.rows().size());
        }
    }

    private final class Rows extends AccessibleControlAdapter {
        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = ACC.ROLE_TABLE;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = (int) cells.inSight().count();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = cells.inSight().mapToObj(cells::row).toArray();
        }

        @Override
        public void getChild(AccessibleControlEvent event) {
            if (event.childID == ACC.CHILDID_CHILD_AT_INDEX) {
                cells.inSight().skip(event.detail).findFirst().ifPresent(row -> event.accessible = cells.row(row));
            }
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            var at = table.toControl(event.x, event.y);
            if (table.getClientArea().contains(at)) {
                int row = layers.rowAt(at.y);
                int column = layers.columnAt(at.x);
                if (cells.isInSight(row) && column >= 0) {
                    event.accessible = cells.cell(row, column);
                } else {
                    event.childID = ACC.CHILDID_SELF;
                }
            }
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            int anchor = selection.anchor();
            if (!table.isFocusControl()) {
                event.childID = ACC.CHILDID_NONE;
            } else if (anchor >= 0 && cells.isInSight(anchor)) {
                event.accessible = cells.row(anchor);
            } else {
                event.childID = ACC.CHILDID_SELF;
            }
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail = ACC.STATE_FOCUSABLE | (table.isFocusControl() ? ACC.STATE_FOCUSED : 0);
        }
    }

    private final class Cells extends AccessibleTableAdapter {
        @Override
        public void getRowCount(AccessibleTableEvent event) {
            event.count = layers.rows().size();
        }

        @Override
        public void getColumnCount(AccessibleTableEvent event) {
            event.count = layers.places().size();
        }

        @Override
        public void getCell(AccessibleTableEvent event) {
            if (event.row >= 0 && event.row < layers.rows().size() && event.column >= 0 && event.column < layers.places().size()) {
                event.accessible = cells.cell(event.row, event.column);
            }
        }

        @Override
        public void getColumnDescription(AccessibleTableEvent event) {
            if (event.column >= 0 && event.column < layers.places().size()) {
                event.result = specs.get(layers.places().get(event.column).index()).spoken();
            }
        }

        @Override
        public void getColumnHeader(AccessibleTableEvent event) {
            if (event.column >= 0 && event.column < layers.places().size()) {
                event.accessible = cells.title(event.column);
            }
        }

        @Override
        public void getColumnHeaderCells(AccessibleTableEvent event) {
            event.accessibles = IntStream.range(0, layers.places().size()).mapToObj(cells::title).toArray(Accessible[]::new);
        }

        @Override
        public void getRowDescription(AccessibleTableEvent event) {
            if (event.row >= 0 && event.row < layers.rows().size()) {
                event.result = RowSentence.of(layers.rows().row(event.row), specs, layers.places());
            }
        }

        @Override
        public void getVisibleRows(AccessibleTableEvent event) {
            event.accessibles = cells.inSight().mapToObj(cells::row).toArray(Accessible[]::new);
        }

        @Override
        public void getSelectedRowCount(AccessibleTableEvent event) {
            event.count = selection.places().stream().mapToInt(range -> range.end - range.start).sum();
        }

        @Override
        public void getSelectedRows(AccessibleTableEvent event) {
            event.selected = selection.places().stream().flatMapToInt(range -> IntStream.range(range.start, range.end))
                    .limit(GridSelection.MOST).toArray();
        }

        @Override
        public void isRowSelected(AccessibleTableEvent event) {
            event.isSelected = layers.selection().isRowPositionSelected(event.row);
        }

        @Override
        public void setSelectedRow(AccessibleTableEvent event) {
            selectRow(event);
        }

        @Override
        public void selectRow(AccessibleTableEvent event) {
            if (event.row >= 0 && event.row < layers.rows().size()) {
                selection.select(event.row, true);
                event.result = ACC.OK;
            }
        }
    }
}
