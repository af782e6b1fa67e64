package org.mirrorbook.ui.trade;

import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.mirrorbook.ui.model.Chip;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** One tag, with a cross that takes it away. UI thread only. */
final class TagChip extends Canvas {

    private static final int HEIGHT = 18;
    private static final int PADDING = 6;
    private static final int CROSS = 14;

    private final Palette palette = new Palette();
    private final String tag;
    private final Runnable remove;
    private boolean hot;

    TagChip(Composite parent, String tag, Font font, Runnable remove) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.tag = tag;
        this.remove = remove;
        setFont(font);
        Look.CARD.on(this);
        setToolTipText(NLS.bind(Messages.Notes_removeTag, tag));
        setData("words", (Supplier<String>) () -> tag);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> hot(event.x >= getSize().x - CROSS - 2));
        addListener(SWT.MouseExit, event -> hot(false));
        addListener(SWT.MouseDown, this::pressed);
        addListener(SWT.KeyDown, this::typed);
        addListener(SWT.Traverse, event -> event.doit = true);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        Named.by(() -> NLS.bind(Messages.Notes_tag, tag), this);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        var gc = new GC(this);
        try {
            return new Point(gc.textExtent(tag).x + 2 * PADDING + CROSS - 2, HEIGHT);
        } finally {
            gc.dispose();
        }
    }

    private void hot(boolean now) {
        if (hot != now) {
            hot = now;
            redraw();
        }
    }

    private void pressed(Event event) {
        if (event.x >= getSize().x - CROSS - 2) {
            remove.run();
        } else {
            setFocus();
        }
    }

    private void typed(Event event) {
        if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS) {
            remove.run();
        }
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(palette.form());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.fill(Chip.TAG));
        gc.fillRoundRectangle(0, 1, area.width, area.height - 2, 4, 4);
        gc.setForeground(palette.text(Chip.TAG));
        var extent = gc.textExtent(tag, SWT.DRAW_TRANSPARENT);
        gc.drawText(tag, PADDING, (area.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        gc.setForeground(hot ? palette.of(Tone.TEXT) : palette.text(Chip.TAG));
        int x = area.width - CROSS + 2;
        int y = area.height / 2;
        gc.drawLine(x, y - 3, x + 6, y + 3);
        gc.drawLine(x + 6, y - 3, x, y + 3);
        if (isFocusControl()) {
            gc.setForeground(palette.of(Tone.ACCENT));
            gc.drawRoundRectangle(0, 1, area.width - 1, area.height - 3, 4, 4);
        }
    }
}
