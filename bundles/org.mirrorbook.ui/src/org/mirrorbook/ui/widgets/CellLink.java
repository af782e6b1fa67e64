package org.mirrorbook.ui.widgets;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Tone;

/**
 * A few cells that lead somewhere when they are pressed, with the pointer or the keyboard. Its width does not follow every digit, so that
 * what stands beside it does not jump about. UI thread only.
 */
public final class CellLink extends Canvas {

    private static final int HEIGHT = 24;
    private static final int PADDING = 8;
    private static final int BETWEEN_CELLS = 6;
    /** So much narrower it stays as wide as it was. */
    private static final int SLACK = 40;

    private final Palette palette = new Palette();
    private final CellPainter painter;
    private List<Cell> cells = List.of();
    private int width;

    /** @param pressed where it leads */
    public CellLink(Composite parent, Runnable pressed) {
        super(parent, SWT.DOUBLE_BUFFERED);
        requireNonNull(pressed);
        painter = new CellPainter(palette, new NumberFonts(this, new LocalResourceManager(JFaceResources.getResources(), this)));
        setData("words", (Supplier<String>) this::text);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
                pressed.run();
            }
        });
        addListener(SWT.KeyDown, event -> {
            if (event.character == SWT.CR || event.character == ' ') {
                pressed.run();
            }
        });
        // whoever listens to keys has to say that the others go on to the next control
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        tellAssistance();
    }

    private void tellAssistance() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = text();
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = getToolTipText();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LINK;
            }
        });
    }

    /**
     * Shows these cells; nothing happens when they are shown already.
     *
     * @param tip more words for the pointer; empty for none
     */
    public void show(List<Cell> shown, String tip) {
        if (cells.equals(shown)) {
            return;
        }
        cells = List.copyOf(shown);
        setToolTipText(tip.isEmpty() ? null : tip);
        int wanted = measured();
        if (wanted > width || wanted < width - SLACK) {
            width = wanted;
            TrimWidth.fit(this);
        }
        redraw();
    }

    /** All of it as words. */
    public String text() {
        return cells.stream().map(Cell::text).collect(Collectors.joining(" "));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    private int measured() {
        var gc = new GC(this);
        try {
            return cells.stream().mapToInt(cell -> painter.width(gc, cell) + BETWEEN_CELLS).sum() - BETWEEN_CELLS + 2 * PADDING;
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        var area = getClientArea();
        int left = PADDING;
        for (Cell cell : cells) {
            int own = painter.width(gc, cell);
            // words that name no colour are told in that of text, as everywhere in our tables
            painter.words(gc, cell, new Rectangle(left, area.y, own, area.height));
            left += own + BETWEEN_CELLS;
        }
        gc.setForeground(palette.line());
        gc.drawLine(0, 4, 0, area.height - 5);
        if (isFocusControl()) {
            gc.setForeground(palette.of(Tone.ACCENT));
            gc.drawRectangle(2, 1, area.width - 4, area.height - 3);
        }
    }
}
