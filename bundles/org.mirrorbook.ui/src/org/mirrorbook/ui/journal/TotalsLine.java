package org.mirrorbook.ui.journal;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.JournalTotals.Part;
import org.mirrorbook.ui.widgets.CellPainter;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.NumberFonts;
import org.mirrorbook.ui.widgets.Palette;

/** Totals of what is shown, a line for each kind of money; what has no room leaves by its number. UI thread only. */
final class TotalsLine extends Canvas {

    private static final int HEIGHT = 24;
    private static final int BETWEEN_CELLS = 6;
    private static final int BESIDE_LINE = 10;

    private final Palette palette;
    private final CellPainter painter;
    private List<List<Part>> lines = List.of();

    /** @param parent with a grid layout */
    TotalsLine(Composite parent, Palette palette) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.palette = palette;
        painter = new CellPainter(palette, new NumberFonts(this, new LocalResourceManager(JFaceResources.getResources(), this)), icon -> {
            throw new IllegalArgumentException("Totals have no icons, such as " + icon);
        });
        setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        setData("words", (Supplier<String>) this::text);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> redraw());
        Named.by(this::text, this);
    }

    void show(List<List<Part>> newest) {
        if (!lines.equals(newest)) {
            boolean other = lines.size() != newest.size();
            lines = List.copyOf(newest);
            setToolTipText(tips());
            if (other) {
                ((GridData) getLayoutData()).exclude = lines.isEmpty();
                setVisible(!lines.isEmpty());
                requestLayout();
            }
            redraw();
        }
    }

    /** All of it as words, also what has no room. */
    String text() {
        return lines.stream().map(line -> line.stream().map(Part::words).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private String tips() {
        var tips = lines.stream().flatMap(List::stream).flatMap(part -> part.cells().stream().filter(cell -> !cell.tip().isEmpty())
                .map(cell -> part.cells().getFirst().text() + ": " + cell.tip())).collect(Collectors.joining("\n"));
        return tips.isEmpty() ? null : tips;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, lines.isEmpty() ? 0 : lines.size() * HEIGHT + 1);
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(palette.head());
        gc.fillRectangle(area);
        gc.setForeground(palette.line());
        gc.drawLine(0, 0, area.width, 0);
        for (int at = 0; at < lines.size(); at++) {
            paint(gc, lines.get(at), at * HEIGHT + 1, area.width);
        }
    }

    private void paint(GC gc, List<Part> line, int top, int width) {
        var fitting = fitting(gc, line, width - 2 * CellPainter.PADDING);
        int left = CellPainter.PADDING;
        for (int at = 0; at < fitting.size(); at++) {
            if (at > 0) {
                gc.setForeground(palette.line());
                gc.drawLine(left + BESIDE_LINE, top + 5, left + BESIDE_LINE, top + HEIGHT - 7);
                left += 2 * BESIDE_LINE + 1;
            }
            boolean first = true;
            for (var cell : fitting.get(at).cells()) {
                left += first ? 0 : BETWEEN_CELLS;
                first = false;
                int own = painter.width(gc, cell);
                painter.cell(gc, cell, false, new Rectangle(left - CellPainter.PADDING, top, own + 2 * CellPainter.PADDING, HEIGHT - 1));
                left += own;
            }
        }
    }

    private List<Part> fitting(GC gc, List<Part> line, int room) {
        var fitting = line;
        for (int drop = 1; drop <= line.size() && width(gc, fitting) > room; drop++) {
            int leaving = drop;
            fitting = fitting.stream().filter(part -> part.drop() != leaving).toList();
        }
        return fitting;
    }

    private int width(GC gc, List<Part> parts) {
        return parts.stream().mapToInt(part -> part.cells().stream().mapToInt(cell -> painter.width(gc, cell) + BETWEEN_CELLS).sum()
                - BETWEEN_CELLS + 2 * BESIDE_LINE + 1).sum();
    }
}
