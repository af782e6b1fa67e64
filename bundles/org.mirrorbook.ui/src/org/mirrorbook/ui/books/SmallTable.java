package org.mirrorbook.ui.books;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.widgets.Look;

/**
 * A table of a few rows that keeps its selection, by the rows' keys, while what it shows becomes another. A grid as the big tables are: the
 * rows of a native table are as high as its toolkit wants them. UI thread only.
 *
 * @param <R> its rows
 */
final class SmallTable<R extends Row> {

    private final Composite frame;
    private final Class<R> type;
    private final int rowHeight;
    private final String name;
    private final Consumer<R> chosen;
    private Grid grid;
    private List<ColumnSpec> columns;
    private List<R> rows = List.of();
    private boolean showing;

    /**
     * @param parent with a grid layout
     * @param name what assistive technology calls it
     * @param chosen hears of what the user selects, not of what is shown anew
     */
    SmallTable(Composite parent, Class<R> type, List<ColumnSpec> columns, int rowHeight, String name, Consumer<R> chosen) {
        this.type = type;
        this.rowHeight = rowHeight;
        this.name = name;
        this.chosen = chosen;
        frame = Look.BASE.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().applyTo(frame);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
        build(columns);
    }

    private void build(List<ColumnSpec> wanted) {
        columns = wanted;
        grid = new Grid(frame, name, wanted, rowHeight);
        grid.keepOrder();
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        grid.selection().addSelectionChangedListener(event -> {
            if (!showing) {
                selected().ifPresent(chosen);
            }
        });
    }

    Grid grid() {
        return grid;
    }

    Composite frame() {
        return frame;
    }

    /** Has these columns, with the same rows. Not for a table that is offered to the workbench: it becomes another one. */
    void columns(List<ColumnSpec> wanted) {
        if (!wanted.equals(columns)) {
            var selected = selected();
            grid.dispose();
            build(wanted);
            quietly(() -> grid.show(rows));
            selected.ifPresent(this::select);
            frame.layout();
        }
    }

    /** Shows these, and selects what was selected, where it is still there. */
    void show(List<R> newest) {
        if (!rows.equals(newest)) {
            rows = List.copyOf(newest);
            quietly(() -> grid.show(rows));
        }
    }

    private void quietly(Runnable change) {
        showing = true;
        try {
            change.run();
        } finally {
            showing = false;
        }
    }

    Optional<R> selected() {
        return grid.selection().getSelection() instanceof IStructuredSelection selection && type.isInstance(selection.getFirstElement())
                ? Optional.of(type.cast(selection.getFirstElement())) : Optional.empty();
    }

    void select(R row) {
        if (selected().filter(row::equals).isEmpty()) {
            quietly(() -> grid.select(row.key()));
        }
    }

    /** Brings that row into sight. */
    void reveal(R row) {
        int at = rows.indexOf(row);
        if (at >= 0) {
            grid.table().doCommand(new ShowRowInViewportCommand(at));
        }
    }

    List<R> rows() {
        return rows;
    }

    /** As high as its rows, up to so many. */
    void fitHeight(int most) {
        var data = (GridData) frame.getLayoutData();
        int height = heightOf(Math.clamp(rows.size(), 1, most));
        if (data.heightHint != height || data.grabExcessVerticalSpace) {
            height(height);
            frame.requestLayout();
        }
    }

    /** So many points high, whatever room there is; the layout is the caller's. */
    void height(int points) {
        var data = (GridData) frame.getLayoutData();
        data.heightHint = points;
        data.grabExcessVerticalSpace = false;
    }

    /** How high it is with all its rows. */
    int fullHeight() {
        return heightOf(Math.max(1, rows.size()));
    }

    private int heightOf(int count) {
        return grid.headerHeight() + count * grid.rowHeight();
    }
}
