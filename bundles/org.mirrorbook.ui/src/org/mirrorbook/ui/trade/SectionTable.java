package org.mirrorbook.ui.trade;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.trade.StepRow;
import org.mirrorbook.ui.widgets.CellLabel;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;

/** A table that is as high as its rows, in a section of the inspector. Other columns make it anew. UI thread only. */
final class SectionTable extends Composite {

    private static final int ROW_HEIGHT = 20;
    private static final int PADDING = 4;
    private static final int MOST_ROWS = 14;

    private final String name;
    private final CellLabel none;
    private Composite frame;
    private List<ColumnSpec> specs = List.of();
    private List<StepRow> rows = List.of();
    private TableViewer viewer;

    /**
     * @param name for assistive technology
     * @param nothing is said when there is no row
     */
    SectionTable(Composite parent, String name, String nothing) {
        super(parent, SWT.NONE);
        this.name = name;
        Look.CARD.on(this);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        none = new CellLabel(this, false);
        none.show("", Cell.label(nothing));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(none);
    }

    /** @return whether its height is another one now */
    boolean show(List<ColumnSpec> columns, List<StepRow> newest) {
        boolean built = !columns.equals(specs);
        if (built) {
            build(columns);
        }
        if (rows.equals(newest)) {
            return built;
        }
        boolean higher = rows.size() != newest.size() || !frame.getVisible();
        rows = newest;
        viewer.setInput(rows);
        if (higher) {
            boolean empty = rows.isEmpty();
            ((GridData) none.getLayoutData()).exclude = !empty;
            none.setVisible(empty);
            var table = viewer.getTable();
            int row = Math.max(ROW_HEIGHT, table.getItemHeight());
            GridDataFactory.fillDefaults().grab(true, false).hint(100, table.getHeaderHeight() + Math.min(MOST_ROWS, rows.size()) * row + 2)
                    .exclude(empty).applyTo(frame);
            frame.setVisible(!empty);
            // a new frame as high as the one before it would be left out when the form is laid out
            layout(true);
        }
        return higher;
    }

    private void build(List<ColumnSpec> columns) {
        specs = columns;
        rows = List.of();
        if (frame != null) {
            frame.dispose();
        }
        frame = new Composite(this, SWT.NONE);
        var made = new TableViewer(frame, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        viewer = new CellTable(frame, made, columns, ROW_HEIGHT, PADDING).viewer();
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        Named.as(name, viewer.getTable());
        GridDataFactory.fillDefaults().exclude(true).applyTo(frame);
        frame.setVisible(false);
        ((GridData) none.getLayoutData()).exclude = false;
        none.setVisible(true);
    }
}
