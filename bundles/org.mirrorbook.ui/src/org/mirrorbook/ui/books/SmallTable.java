package org.mirrorbook.ui.books;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Named;

/**
 * A table of a few rows that keeps its selection, by the rows' keys, while what it shows becomes another. UI thread only.
 *
 * @param <R> its rows
 */
final class SmallTable<R extends Row> {

    private final Composite frame;
    private final TableViewer viewer;
    private final Class<R> type;
    private List<R> rows = List.of();
    private boolean showing;

    /**
     * @param parent with a grid layout
     * @param name what assistive technology calls it
     * @param selected hears of what the user selects, not of what is shown anew
     */
    SmallTable(Composite parent, Class<R> type, List<ColumnSpec> columns, int rowHeight, String name, Consumer<R> selected) {
        this.type = type;
        frame = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
        viewer = new CellTable(frame, new TableViewer(frame, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL), columns,
                rowHeight).viewer();
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setInput(rows);
        viewer.addSelectionChangedListener(event -> {
            if (!showing && type.isInstance(event.getStructuredSelection().getFirstElement())) {
                selected.accept(type.cast(event.getStructuredSelection().getFirstElement()));
            }
        });
        Named.as(name, viewer.getTable());
    }

    TableViewer viewer() {
        return viewer;
    }

    Composite frame() {
        return frame;
    }

    /** Shows these, and selects what was selected, where it is still there. */
    void show(List<R> newest) {
        if (rows.equals(newest)) {
            return;
        }
        var selected = selected();
        rows = List.copyOf(newest);
        showing = true;
        try {
            viewer.setInput(rows);
            selected.flatMap(before -> rows.stream().filter(row -> row.key().equals(before.key())).findFirst())
                    .ifPresent(row -> viewer.setSelection(new StructuredSelection(row)));
        } finally {
            showing = false;
        }
    }

    Optional<R> selected() {
        return Optional.ofNullable(viewer.getStructuredSelection().getFirstElement()).filter(type::isInstance).map(type::cast);
    }

    void select(R row) {
        showing = true;
        try {
            viewer.setSelection(new StructuredSelection(row), true);
        } finally {
            showing = false;
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
        var table = viewer.getTable();
        int header = table.getHeaderVisible() ? table.getHeaderHeight() : 0;
        return header + count * table.getItemHeight() + 2;
    }
}
