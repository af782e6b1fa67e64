package org.mirrorbook.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.painter.IOverlayPainter;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.painter.layer.ILayerPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.GroupRow;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Sorting;
import org.mirrorbook.ui.model.SpanRow;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.CellPainter;
import org.mirrorbook.ui.widgets.Palette;

/**
 * Paints the whole table, row by row, in place of NatTable's painter of cells: its way over styles and labels of each cell takes longer
 * than the painting itself, and the head of a group runs over many cells. UI thread only.
 */
final class GridPainter implements ILayerPainter {

    private static final int ARROW = 7;

    private final NatTable table;
    private final GridLayers layers;
    private final List<ColumnSpec> specs;
    private final CellPainter cells;
    private final Palette palette;
    private final Supplier<Optional<Sorting>> sorting;

    GridPainter(NatTable table, GridLayers layers, List<ColumnSpec> specs, CellPainter cells, Palette palette,
            Supplier<Optional<Sorting>> sorting) {
        this.table = table;
        this.layers = layers;
        this.specs = specs;
        this.cells = cells;
        this.palette = palette;
        this.sorting = sorting;
    }

    @Override
    public void paintLayer(ILayer layer, GC gc, int xOffset, int yOffset, Rectangle dirty, IConfigRegistry registry) {
        gc.setBackground(palette.base());
        gc.fillRectangle(dirty);
        body(gc, dirty);
        if (dirty.y < layers.headerHeight()) {
            header(gc, dirty);
        }
        if (layers.staying() > 0) {
            gc.setAntialias(SWT.OFF);
            gc.setForeground(palette.line());
            int edge = layers.stayingEdge() - 1;
            gc.drawLine(edge, dirty.y, edge, Math.min(dirty.y + dirty.height, layers.top(layers.rows().size())));
        }
        for (IOverlayPainter overlay : table.getOverlayPainters()) {
            overlay.paintOverlay(gc, layer);
        }
    }

    @Override
    public Rectangle adjustCellBounds(int column, int row, Rectangle bounds) {
        return bounds;
    }

    private void body(GC gc, Rectangle dirty) {
        int first = Math.max(0, layers.rowAt(Math.max(dirty.y, layers.headerHeight())));
        int last = Math.min(layers.rows().size() - 1, layers.rowAt(dirty.y + dirty.height));
        boolean focused = table.isFocusControl();
        int anchor = layers.selection().getSelectionAnchor().getRowPosition();
        for (int row = first; row <= last; row++) {
            var bounds = new Rectangle(dirty.x, layers.top(row), dirty.width, layers.rowHeight());
            var shown = layers.rows().row(row);
            boolean selected = layers.selection().isRowPositionSelected(row);
            if (selected || shown instanceof GroupRow || shown.differs()) {
                gc.setBackground(selected ? palette.selection(focused) : shown.differs() ? palette.different() : palette.group());
                gc.fillRectangle(bounds);
            }
            gc.setAntialias(SWT.OFF);
            gc.setForeground(palette.grid());
            gc.drawLine(dirty.x, bounds.y + bounds.height - 1, dirty.x + dirty.width, bounds.y + bounds.height - 1);
            if (shown instanceof SpanRow spanned) {
                spanned(gc, spanned, bounds, dirty);
            } else {
                cells(gc, shown, bounds, dirty, 0, layers.places().size());
            }
            if (focused && row == anchor) {
                gc.setAntialias(SWT.OFF);
                gc.setForeground(palette.accentLine());
                int width = Math.max(layers.left(layers.places().size()), table.getClientArea().width);
                gc.drawRectangle(0, bounds.y, width - 1, bounds.height - 2);
            }
        }
    }

    /** Those that are scrolled first, not over those that stay. */
    private void cells(GC gc, Row row, Rectangle bounds, Rectangle dirty, int from, int to) {
        int staying = Math.clamp(layers.staying(), from, to);
        if (staying > from) {
            var scrolled = scrolled(dirty);
            gc.setClipping(scrolled);
            paint(gc, row, bounds, scrolled, staying, to);
            gc.setClipping(dirty);
            paint(gc, row, bounds, dirty, from, staying);
        } else {
            paint(gc, row, bounds, dirty, from, to);
        }
    }

    private Rectangle scrolled(Rectangle dirty) {
        int left = Math.max(dirty.x, layers.stayingEdge());
        return new Rectangle(left, dirty.y, Math.max(0, dirty.x + dirty.width - left), dirty.height);
    }

    private void paint(GC gc, Row row, Rectangle bounds, Rectangle dirty, int from, int to) {
        for (int at = from; at < to; at++) {
            int left = layers.left(at);
            int right = left + layers.width(at);
            if (right > dirty.x && left < dirty.x + dirty.width) {
                var place = layers.places().get(at);
                cell(gc, row.cells().get(place.index()), specs.get(place.index()).figures(),
                        new Rectangle(left, bounds.y, right - left, bounds.height - 1), dirty);
            }
        }
    }

    private void cell(GC gc, Cell cell, boolean figures, Rectangle bounds, Rectangle dirty) {
        if (cell.isEmpty()) {
            return;
        }
        // text is cut to its column by itself; a line of several cells is not
        boolean cut = (!cell.more().isEmpty() || cell.chip().isPresent()) && cells.width(gc, cell) > bounds.width;
        if (cut) {
            gc.setClipping(bounds.intersection(dirty));
        }
        cells.cell(gc, cell, figures, bounds);
        if (cut) {
            gc.setClipping(dirty);
        }
    }

    /** The head runs up to the first figure, the tail from behind the last one. */
    void spanned(GC gc, SpanRow row, Rectangle bounds, Rectangle dirty) {
        int count = layers.places().size();
        int first = 0;
        while (first < count && row.cells().get(layers.places().get(first).index()).isEmpty()) {
            first++;
        }
        int last = count;
        while (last > first && row.cells().get(layers.places().get(last - 1).index()).isEmpty()) {
            last--;
        }
        int tail = row.tail().isEmpty() ? 0 : cells.width(gc, row.tail()) + 2 * CellPainter.PADDING;
        int end = layers.left(count);
        int headEnd = first == count ? end - tail : layers.left(first);
        // what is scrolled to the side goes below the head, which stays
        headEnd = Math.max(headEnd, layers.stayingEdge());
        cell(gc, row.head(), false, new Rectangle(layers.left(0), bounds.y, headEnd - layers.left(0), bounds.height - 1), dirty);
        if (layers.staying() > 0) {
            gc.setClipping(scrolled(dirty));
            cells(gc, row, bounds, scrolled(dirty), first, last);
            gc.setClipping(dirty);
        } else {
            cells(gc, row, bounds, dirty, first, last);
        }
        if (tail > 0) {
            int left = Math.max(end - tail, layers.left(last));
            cell(gc, row.tail(), false, new Rectangle(left, bounds.y, end - left, bounds.height - 1), dirty);
        }
    }

    /** What is to be seen of a spanning row at that place. */
    Cell cellAt(SpanRow row, int x) {
        int at = layers.columnAt(x);
        var cell = at < 0 ? Cell.empty() : row.cells().get(layers.places().get(at).index());
        if (!cell.isEmpty() || at < 0) {
            return cell;
        }
        boolean before = layers.places().subList(0, at).stream().allMatch(place -> row.cells().get(place.index()).isEmpty());
        return before ? row.head() : row.tail();
    }

    private void header(GC gc, Rectangle dirty) {
        int height = layers.headerHeight();
        gc.setBackground(palette.head());
        gc.fillRectangle(dirty.x, 0, dirty.width, height);
        int staying = layers.staying();
        gc.setClipping(scrolled(dirty));
        titles(gc, staying, layers.places().size());
        gc.setClipping(dirty);
        titles(gc, 0, staying);
        gc.setAntialias(SWT.OFF);
        gc.setForeground(palette.line());
        gc.drawLine(dirty.x, height - 1, dirty.x + dirty.width, height - 1);
    }

    private void titles(GC gc, int from, int to) {
        for (int at = from; at < to; at++) {
            var place = layers.places().get(at);
            title(gc, place.index(), new Rectangle(layers.left(at), 0, place.width(), layers.headerHeight() - 1));
        }
    }

    private void title(GC gc, int index, Rectangle bounds) {
        var spec = specs.get(index);
        var sorted = sorting.get().filter(now -> now.column() == index);
        int arrow = sorted.isPresent() ? ARROW + 3 : 0;
        var words = new Rectangle(bounds.x, bounds.y, bounds.width - arrow, bounds.height);
        cells.cell(gc, Cell.label(spec.title()), spec.figures(), words);
        sorted.ifPresent(now -> arrow(gc, now.ascending(), bounds.x + bounds.width - arrow - 1, bounds.height / 2));
        gc.setAntialias(SWT.OFF);
        gc.setForeground(palette.line2());
        gc.drawLine(bounds.x + bounds.width - 1, 4, bounds.x + bounds.width - 1, bounds.height - 4);
    }

    private void arrow(GC gc, boolean up, int left, int middle) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.of(Tone.TEXT2));
        gc.fillPolygon(up ? new int[] {left, middle + 2, left + ARROW, middle + 2, left + ARROW / 2, middle - 2}
                : new int[] {left, middle - 2, left + ARROW, middle - 2, left + ARROW / 2, middle + 2});
    }
}
