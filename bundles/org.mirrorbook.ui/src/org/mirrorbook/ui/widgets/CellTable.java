package org.mirrorbook.ui.widgets;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.CellLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;

/**
 * A table of {@link Row}s. The items carry the text for assistive technology and for copying; the painting is ours, so that shapes, chips
 * and the colours of profit and loss stay readable on a selected row. UI thread only.
 */
public final class CellTable {

    private static final int HEADER_PADDING = 20;

    private final TableViewer viewer;
    private final List<ColumnSpec> specs;
    private final Palette palette = new Palette();
    private final CellPainter painter;
    private final int rowHeight;

    /**
     * @param parent gets a column layout and holds nothing else
     * @param viewer whose table it is, such as one with check boxes
     * @param rowHeight in points, at the least
     */
    public CellTable(Composite parent, TableViewer viewer, List<ColumnSpec> specs, int rowHeight) {
        this.viewer = viewer;
        this.specs = List.copyOf(specs);
        this.rowHeight = rowHeight;
        var table = viewer.getTable();
        var fonts = new NumberFonts(table, new LocalResourceManager(JFaceResources.getResources(), table));
        table.setFont(fonts.plain());
        table.setHeaderVisible(true);
        table.setBackground(palette.base());
        Look.BASE.on(table);
        painter = new CellPainter(palette, fonts);
        var layout = new DroppingLayout();
        parent.setLayout(layout);
        double scale = widthOfDigit(table) / 7.0;
        specs.forEach(spec -> column(spec, layout, scale));
        table.addListener(SWT.MeasureItem, this::measure);
        table.addListener(SWT.EraseItem, this::erase);
        table.addListener(SWT.PaintItem, this::paint);
        ColumnViewerToolTipSupport.enableFor(viewer);
    }

    public TableViewer viewer() {
        return viewer;
    }

    private void column(ColumnSpec spec, DroppingLayout layout, double scale) {
        var column = new TableViewerColumn(viewer, spec.figures() ? SWT.RIGHT : SWT.LEFT);
        column.getColumn().setText(spec.title().replace("&", "&&"));
        column.getColumn().setResizable(true);
        column.setLabelProvider(new Labels(specs.indexOf(spec)));
        int width = Math.max((int) Math.ceil(spec.width() * scale), widthOf(spec.title()));
        layout.add(column.getColumn(), spec, width);
    }

    private int widthOf(String title) {
        var gc = new GC(viewer.getTable());
        try {
            return title.isEmpty() ? 0 : gc.textExtent(title).x + HEADER_PADDING;
        } finally {
            gc.dispose();
        }
    }

    private static double widthOfDigit(Table table) {
        var gc = new GC(table);
        try {
            return gc.textExtent("0".repeat(40)).x / 40.0;
        } finally {
            gc.dispose();
        }
    }

    private void measure(Event event) {
        event.height = Math.max(event.height, rowHeight);
    }

    private void erase(Event event) {
        var place = event.getBounds();
        var table = (Table) event.widget;
        boolean selected = (event.detail & SWT.SELECTED) != 0;
        boolean differs = event.item.getData() instanceof Row row && row.differs();
        event.gc.setBackground(selected ? palette.selection(table.isFocusControl()) : differs ? palette.different() : palette.base());
        event.gc.fillRectangle(place);
        event.gc.setForeground(palette.grid());
        event.gc.drawLine(place.x, place.y + place.height - 1, place.x + place.width, place.y + place.height - 1);
        event.detail &= ~(SWT.SELECTED | SWT.HOT | SWT.FOREGROUND | SWT.BACKGROUND);
    }

    private void paint(Event event) {
        var item = (TableItem) event.item;
        if (!(item.getData() instanceof Row row) || event.index >= row.cells().size()) {
            return;
        }
        var bounds = item.getBounds(event.index);
        var place = new Rectangle(bounds.x + CellPainter.PADDING, bounds.y,
                Math.max(0, bounds.width - 2 * CellPainter.PADDING), bounds.height);
        var cell = row.cells().get(event.index);
        if (specs.get(event.index).figures()) {
            painter.figure(event.gc, cell, place);
        } else {
            painter.words(event.gc, cell, place);
        }
    }

    private static final class Labels extends CellLabelProvider {
        private final int column;

        Labels(int column) {
            this.column = column;
        }

        @Override
        public void update(ViewerCell cell) {
            Look.keepStylesFrom(cell.getItem());
            cell.setText(cellOf(cell.getElement()).words());
        }

        @Override
        public String getToolTipText(Object element) {
            var tip = cellOf(element).tip();
            return tip.isEmpty() ? null : tip;
        }

        private Cell cellOf(Object element) {
            return ((Row) element).cells().get(column);
        }
    }
}
