package org.mirrorbook.ui.widgets;

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
import org.mirrorbook.ui.model.Cell;

/** Groups of cells on one line, on more where they do not fit: the states above a table, the totals below it. UI thread only. */
public final class CellLine extends Canvas {

    private static final int LINE_HEIGHT = 24;
    private static final int BETWEEN_CELLS = 6;
    private static final int BETWEEN_GROUPS = 28;

    private final Palette palette = new Palette();
    private final CellPainter painter;
    private List<List<Cell>> groups = List.of();

    /** @param parent with a grid layout */
    public CellLine(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        var fonts = new NumberFonts(this, new LocalResourceManager(JFaceResources.getResources(), this));
        painter = new CellPainter(palette, fonts);
        setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        setData("words", (Supplier<String>) this::text);
        addPaintListener(event -> paint(event.gc, true));
        addListener(SWT.Resize, event -> fitHeight());
        Named.by(this::text, this);
    }

    /** Shows these groups; nothing happens when they are shown already. */
    public void show(List<List<Cell>> groups) {
        if (!this.groups.equals(groups)) {
            this.groups = List.copyOf(groups);
            setToolTipText(tips());
            fitHeight();
            redraw();
        }
    }

    /** The tips of all cells, each group's in a line led by its first cell; none is null, as SWT wants it. */
    private String tips() {
        var lines = groups.stream().filter(group -> group.stream().anyMatch(cell -> !cell.tip().isEmpty()))
                .map(group -> group.getFirst().text() + ": " + group.stream().map(Cell::tip).filter(tip -> !tip.isEmpty())
                        .collect(Collectors.joining("; ")))
                .toList();
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** All of it as words. */
    public String text() {
        return groups.stream().map(group -> group.stream().map(Cell::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, heightHint == SWT.DEFAULT ? height() : heightHint);
    }

    private int height() {
        var gc = new GC(this);
        try {
            return groups.isEmpty() ? 0 : paint(gc, false);
        } finally {
            gc.dispose();
        }
    }

    private void fitHeight() {
        var data = (GridData) getLayoutData();
        int height = height();
        if (data.heightHint != height) {
            data.heightHint = height;
            data.exclude = height == 0;
            setVisible(height > 0);
            // not at once: a change of size is told in the middle of a layout
            requestLayout();
        }
    }

    /** Lays the groups out, paints them if wanted, and returns the height. */
    private int paint(GC gc, boolean really) {
        var area = getClientArea();
        if (really) {
            gc.setBackground(palette.head());
            gc.fillRectangle(area);
        }
        int left = CellPainter.PADDING;
        int top = 0;
        for (List<Cell> group : groups) {
            int width = group.stream().mapToInt(cell -> painter.width(gc, cell) + BETWEEN_CELLS).sum();
            if (left > CellPainter.PADDING && left + width > area.width) {
                left = CellPainter.PADDING;
                top += LINE_HEIGHT;
            }
            for (Cell cell : group) {
                int own = painter.width(gc, cell);
                if (really) {
                    painter.words(gc, cell, new Rectangle(left, top, Math.min(own, Math.max(0, area.width - left)), LINE_HEIGHT));
                }
                left += own + BETWEEN_CELLS;
            }
            left += BETWEEN_GROUPS - BETWEEN_CELLS;
        }
        return top + LINE_HEIGHT;
    }
}
