package org.mirrorbook.ui.grid;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.reorder.action.ColumnReorderDragMode;
import org.eclipse.nebula.widgets.nattable.resize.action.ColumnResizeCursorAction;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEventMatcher;
import org.eclipse.nebula.widgets.nattable.resize.mode.ColumnResizeDragMode;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.ui.action.ClearCursorAction;
import org.eclipse.nebula.widgets.nattable.ui.action.IKeyAction;
import org.eclipse.nebula.widgets.nattable.ui.action.NoOpMouseAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.IMouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.GroupRow;
import org.mirrorbook.ui.model.Row;

/** Mouse and keys of the table: rows are selected, groups opened, columns sorted, moved and widened. UI thread only. */
final class GridHands extends AbstractUiBindingConfiguration {

    private static final int TWISTIE_ZONE = 24;

    private final GridLayers layers;
    private final GridSelection selection;
    private final List<GridListener> listeners;
    private final IntConsumer sort;
    private final Copying copying;

    /** Puts the selected rows into the clipboard. */
    interface Copying {
        void copy(boolean header);
    }

    /** @param sort gets the index of the column whose title was pressed */
    GridHands(GridLayers layers, GridSelection selection, List<GridListener> listeners, IntConsumer sort, Copying copying) {
        this.layers = layers;
        this.selection = selection;
        this.listeners = listeners;
        this.sort = sort;
        this.copying = copying;
    }

    @Override
    public void configureUiBindings(UiBindingRegistry registry) {
        new RowOnlySelectionBindings().configureUiBindings(registry);
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'c'), (table, event) -> copying.copy(false));
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1 | SWT.MOD2, 'c'), (table, event) -> copying.copy(true));
        key(registry, SWT.CR, this::open);
        key(registry, SWT.KEYPAD_CR, this::open);
        key(registry, ' ', this::press);
        key(registry, SWT.ARROW_RIGHT, row -> toggle(row, false));
        key(registry, SWT.ARROW_LEFT, row -> toggle(row, true));
        registry.registerFirstSingleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> click(event));
        registry.registerFirstDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> doubleClick(event));
        // a menu is about the row that it is asked for on
        registry.registerFirstMouseDownBinding(MouseEventMatcher.bodyRightClick(SWT.NONE), (table, event) -> {
            int at = layers.rowAt(event.y);
            table.forceFocus();
            if (at >= 0 && at < layers.rows().size() && !layers.selection().isRowPositionSelected(at)) {
                selection.select(at, true);
            }
        });
        header(registry);
    }

    private void header(UiBindingRegistry registry) {
        var title = MouseEventMatcher.columnHeaderLeftClick(SWT.NONE);
        IMouseEventMatcher edge = moves(new ColumnResizeEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, 1));
        registry.registerFirstMouseMoveBinding(moves(new ColumnResizeEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, 0)),
                new ColumnResizeCursorAction(), new ClearCursorAction());
        registry.registerMouseDragMode(moves(title), new ColumnReorderDragMode());
        registry.registerFirstMouseDragMode(edge, new ColumnResizeDragMode());
        // a press on a title sorts; the table's own answer is to select all rows
        registry.registerFirstMouseDownBinding(new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, 0), new NoOpMouseAction());
        registry.registerFirstMouseDownBinding(title, (table, event) -> table.forceFocus());
        registry.registerFirstSingleClickBinding(title, (table, event) -> sortBy(event));
        registry.registerFirstSingleClickBinding(edge, new NoOpMouseAction());
    }

    /** Columns that stay while others are scrolled below them are neither moved nor widened: the table takes them for those below. */
    private IMouseEventMatcher moves(IMouseEventMatcher matcher) {
        return (table, event, labels) -> matcher.matches(table, event, labels)
                && (layers.staying() == 0 || event.x > layers.stayingEdge());
    }

    private void key(UiBindingRegistry registry, int code, Consumer<Row> does) {
        IKeyAction action = (table, event) -> {
            int row = selection.anchor();
            if (row >= 0) {
                does.accept(layers.rows().row(row));
            }
        };
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, code), action);
    }

    private void open(Row row) {
        if (row instanceof GroupRow group) {
            listeners.forEach(listener -> listener.toggled(group));
        } else {
            listeners.forEach(listener -> listener.opened(row));
        }
    }

    private void toggle(Row row, boolean open) {
        if (row instanceof GroupRow group && group.open() == open) {
            listeners.forEach(listener -> listener.toggled(group));
        }
    }

    /** The first thing in the row that can be pressed. */
    private void press(Row row) {
        if (row instanceof GroupRow group) {
            listeners.forEach(listener -> listener.toggled(group));
            return;
        }
        layers.places().stream().filter(place -> isPressable(row.cells().get(place.index()))).findFirst()
                .ifPresent(place -> listeners.forEach(listener -> listener.pressed(row, place.index())));
    }

    /** Whether something happens when the cell is pressed. */
    static boolean isPressable(Cell cell) {
        return cell.drawing().filter(drawing -> drawing instanceof CellShape.Check || drawing instanceof CellShape.Picture).isPresent();
    }

    private void click(MouseEvent event) {
        int at = layers.rowAt(event.y);
        int column = layers.columnAt(event.x);
        if (at < 0 || at >= layers.rows().size() || column < 0) {
            return;
        }
        var row = layers.rows().row(at);
        if (row instanceof GroupRow group) {
            if (event.x < layers.left(0) + TWISTIE_ZONE) {
                listeners.forEach(listener -> listener.toggled(group));
            }
        } else if (isPressable(row.cells().get(layers.places().get(column).index()))) {
            listeners.forEach(listener -> listener.pressed(row, layers.places().get(column).index()));
        }
    }

    private void doubleClick(MouseEvent event) {
        int at = layers.rowAt(event.y);
        int column = layers.columnAt(event.x);
        if (at >= 0 && at < layers.rows().size() && column >= 0) {
            var row = layers.rows().row(at);
            boolean twice = row instanceof GroupRow && event.x < layers.left(0) + TWISTIE_ZONE;
            if (!twice && !isPressable(row.cells().get(layers.places().get(column).index()))) {
                open(row);
            }
        }
    }

    private void sortBy(MouseEvent event) {
        int column = layers.columnAt(event.x);
        if (column >= 0) {
            sort.accept(layers.places().get(column).index());
        }
    }

    /** Whether the place is on this table's rows, for tips and cursors. */
    static boolean isBody(NatTable table, GridLayers layers, int y) {
        return y >= layers.headerHeight() && layers.rowAt(y) < layers.rows().size() && y < table.getClientArea().height;
    }
}
