package org.mirrorbook.ui.widgets;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.Cell;

/** A few cells beside each other on a card, in the colours of the theme; read out as their words. UI thread only. */
public final class CellLabel extends Canvas {

    private static final int HEIGHT = 20;
    private static final int GAP = 6;
    private static final int TAG = 32;

    private final Palette palette = new Palette();
    private final CellPainter painter;
    private final boolean right;
    private String name = "";
    private List<Cell> cells = List.of();

    /** @param right whether it ends at the right edge, as a figure does */
    public CellLabel(Composite parent, boolean right) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.right = right;
        painter = new CellPainter(palette, new NumberFonts(this, new LocalResourceManager(JFaceResources.getResources(), this)));
        Look.CARD.on(this);
        addPaintListener(event -> paint(event.gc));
        setData("words", (Supplier<String>) this::words);
        Named.by(() -> name.isEmpty() ? words() : name + ": " + words(), this);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LABEL;
            }
        });
    }

    /** @param name of what is shown, read out before it; empty for none */
    public void show(String name, Cell... newest) {
        var shown = List.of(newest);
        if (!cells.equals(shown) || !this.name.equals(name)) {
            this.name = name;
            boolean otherWidth = width(cells) != width(shown);
            cells = shown;
            var tip = cells.stream().map(Cell::tip).filter(words -> !words.isEmpty()).collect(Collectors.joining("\n"));
            setToolTipText(tip.isEmpty() ? null : tip);
            if (otherWidth && !right) {
                requestLayout();
            }
            redraw();
        }
    }

    /** What is to be read. */
    public String words() {
        return cells.stream().map(Cell::words).collect(Collectors.joining(" "));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? width(cells) : widthHint, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    private int width(List<Cell> shown) {
        var gc = new GC(this);
        try {
            return shown.stream().mapToInt(cell -> width(gc, cell) + GAP).sum();
        } finally {
            gc.dispose();
        }
    }

    private int width(GC gc, Cell cell) {
        return painter.width(gc, cell) + (cell.tag().filter(tag -> !tag.text().isEmpty()).isPresent() ? TAG : 0);
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(palette.form());
        gc.fillRectangle(area);
        int left = right ? Math.max(0, area.width - cells.stream().mapToInt(cell -> width(gc, cell) + GAP).sum() + GAP) : 0;
        for (Cell cell : cells) {
            int width = Math.min(width(gc, cell), Math.max(0, area.width - left));
            var place = new Rectangle(left, 0, width, area.height);
            if (cell.tag().isPresent() && !cell.tag().get().text().isEmpty()) {
                painter.figure(gc, cell, place);
            } else {
                painter.words(gc, cell, place);
            }
            left += width + GAP;
        }
    }
}
