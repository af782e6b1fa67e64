package org.mirrorbook.ui.grid;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.SpanRow;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** The totals below a table, in line with its columns; they never scroll away. UI thread only. */
final class TotalsBar extends Canvas {

    private static final int ROW_HEIGHT = 24;

    private final GridPainter painter;
    private final Palette palette;
    private List<SpanRow> rows = List.of();

    TotalsBar(Composite parent, GridPainter painter, Palette palette) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.painter = painter;
        this.palette = palette;
        var data = new GridData(SWT.FILL, SWT.END, true, false);
        data.exclude = true;
        setLayoutData(data);
        setVisible(false);
        setData("words", (Supplier<String>) this::text);
        addPaintListener(event -> {
            var area = getClientArea();
            event.gc.setBackground(palette.head());
            event.gc.fillRectangle(area);
            event.gc.setAntialias(SWT.OFF);
            event.gc.setForeground(this.palette.line());
            event.gc.drawLine(0, 0, area.width, 0);
            for (int at = 0; at < rows.size(); at++) {
                this.painter.spanned(event.gc, rows.get(at), new Rectangle(0, at * ROW_HEIGHT + 1, area.width, ROW_HEIGHT), area);
            }
        });
        addListener(SWT.MouseMove, event -> tip(event.x, event.y));
        Named.by(this::text, this);
    }

    void show(List<? extends SpanRow> newest) {
        if (!rows.equals(newest)) {
            boolean other = rows.size() != newest.size();
            rows = List.copyOf(newest);
            if (other) {
                ((GridData) getLayoutData()).exclude = rows.isEmpty();
                setVisible(!rows.isEmpty());
                requestLayout();
            }
            redraw();
        }
    }

    private void tip(int x, int y) {
        int row = y / ROW_HEIGHT;
        var cell = row < rows.size() ? painter.cellAt(rows.get(row), x) : Cell.empty();
        var words = Stream.concat(Stream.of(cell), cell.more().stream()).map(Cell::tip).filter(tip -> !tip.isEmpty())
                .collect(Collectors.joining("\n"));
        var tip = words.isEmpty() ? null : words;
        if (!Objects.equals(tip, getToolTipText())) {
            setToolTipText(tip);
        }
    }

    /** All of it as words. */
    String text() {
        return rows.stream().map(row -> Stream.concat(Stream.concat(Stream.of(row.head()), row.cells().stream()), Stream.of(row.tail()))
                .map(Cell::words).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, rows.isEmpty() ? 0 : rows.size() * ROW_HEIGHT + 1);
    }
}
