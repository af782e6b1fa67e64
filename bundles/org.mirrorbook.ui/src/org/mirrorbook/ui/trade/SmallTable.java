package org.mirrorbook.ui.trade;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.trade.StepRow;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Look;

/** A table that is as high as its rows, in a section of the inspector. Other columns make it anew. UI thread only. */
final class SmallTable extends Composite {

    private static final int ROW_HEIGHT = 20;
    private static final int PADDING = 4;
    private static final int MOST_ROWS = 14;

    private final String name;
    private List<ColumnSpec> specs = List.of();
    private List<StepRow> rows = List.of();
    private TableViewer viewer;

    /** @param name for assistive technology */
    SmallTable(Composite parent, String name) {
        super(parent, SWT.NONE);
        this.name = name;
        setLayout(new FillLayout());
        Look.CARD.on(this);
    }

    /** @return whether its height is another one now */
    boolean show(List<ColumnSpec> columns, List<StepRow> newest) {
        if (!columns.equals(specs)) {
            build(columns);
        }
        if (rows.equals(newest)) {
            return false;
        }
        boolean higher = rows.size() != newest.size();
        rows = newest;
        viewer.setInput(rows);
        if (higher) {
            var table = viewer.getTable();
            int row = Math.max(ROW_HEIGHT, table.getItemHeight());
            ((GridData) getLayoutData()).heightHint = table.getHeaderHeight() + Math.min(MOST_ROWS, rows.size()) * row + 2;
        }
        return higher;
    }

    private void build(List<ColumnSpec> columns) {
        specs = columns;
        rows = List.of();
        for (var child : getChildren()) {
            child.dispose();
        }
        var frame = new Composite(this, SWT.NONE);
        viewer = new CellTable(frame, new TableViewer(frame, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL), columns, ROW_HEIGHT, PADDING).viewer();
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
        if (getLayoutData() == null) {
            GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 2 * ROW_HEIGHT).applyTo(this);
        }
        layout(true, true);
    }
}
