package org.mirrorbook.ui.trade;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.trade.StepRow;
import org.mirrorbook.ui.widgets.CellLabel;
import org.mirrorbook.ui.widgets.Look;

/** A table that is as high as its rows, in a section of the inspector. Other columns make it anew. UI thread only. */
final class SectionTable extends Composite {

    private static final int ROW_HEIGHT = 20;
    private static final int PADDING = 4;
    private static final int MOST_ROWS = 14;

    private final String name;
    private final CellLabel none;
    private Grid grid;
    private List<ColumnSpec> specs = List.of();
    private List<StepRow> rows = List.of();

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
        boolean higher = rows.size() != newest.size() || !grid.getVisible();
        rows = newest;
        grid.show(rows);
        if (higher) {
            boolean empty = rows.isEmpty();
            ((GridData) none.getLayoutData()).exclude = !empty;
            none.setVisible(empty);
            GridDataFactory.fillDefaults().grab(true, false)
                    .hint(100, grid.headerHeight() + Math.min(MOST_ROWS, rows.size()) * grid.rowHeight()).exclude(empty).applyTo(grid);
            grid.setVisible(!empty);
            // a new grid as high as the one before it would be left out when the form is laid out
            layout(true);
        }
        return higher;
    }

    private void build(List<ColumnSpec> columns) {
        specs = columns;
        rows = List.of();
        if (grid != null) {
            grid.dispose();
        }
        grid = new Grid(this, name, columns, ROW_HEIGHT, PADDING);
        grid.keepOrder();
        grid.table().addListener(SWT.MouseVerticalWheel, this::scrollForm);
        GridDataFactory.fillDefaults().exclude(true).applyTo(grid);
        grid.setVisible(false);
        ((GridData) none.getLayoutData()).exclude = false;
        none.setVisible(true);
    }

    /** The wheel moves the inspector where all rows are in sight already. */
    private void scrollForm(Event event) {
        if (rows.size() <= MOST_ROWS) {
            for (Composite around = getParent(); around != null; around = around.getParent()) {
                if (around instanceof ScrolledComposite form) {
                    form.setOrigin(0, Math.max(0, form.getOrigin().y - event.count * ROW_HEIGHT));
                    return;
                }
            }
        }
    }
}
