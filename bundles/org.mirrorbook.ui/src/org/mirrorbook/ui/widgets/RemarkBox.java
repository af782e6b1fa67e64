package org.mirrorbook.ui.widgets;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/**
 * A remark in a dialog: a bar and a sign in the colour of what it says, bold first words, and the rest in plain. Painted by itself, so that
 * it has its colours in each theme; read out as its words. UI thread only.
 */
public final class RemarkBox extends Canvas {

    private static final int BAR = 3;
    private static final int LEFT = 34;
    private static final int MARGIN = 10;
    private static final int LINE = 18;

    private final Palette palette = new Palette();
    private final CellPainter painter;
    private final Font strong;
    private Tone tone = Tone.TEXT2;
    private String bold = "";
    private String words = "";

    public RemarkBox(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        var resources = new LocalResourceManager(JFaceResources.getResources(), this);
        painter = new CellPainter(palette, new NumberFonts(this, resources));
        strong = resources.create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD));
        addPaintListener(event -> paint(event.gc));
        setData("words", (Supplier<String>) this::text);
        Named.by(this::text, this);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LABEL;
            }
        });
    }

    /** Says this; nothing at all where both are empty. */
    public void say(Tone newTone, String newBold, String newWords) {
        if (tone != newTone || !bold.equals(newBold) || !words.equals(newWords)) {
            tone = requireNonNull(newTone);
            bold = requireNonNull(newBold);
            words = requireNonNull(newWords);
            requestLayout();
            redraw();
        }
    }

    /** All of it as words. */
    public String text() {
        return (bold + " " + words).strip();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? 320 : widthHint;
        if (heightHint != SWT.DEFAULT || text().isEmpty()) {
            return new Point(width, heightHint == SWT.DEFAULT ? 0 : heightHint);
        }
        var layout = layout(width);
        try {
            return new Point(width, layout.getBounds().height + 2 * MARGIN);
        } finally {
            layout.dispose();
        }
    }

    private TextLayout layout(int width) {
        var layout = new TextLayout(getDisplay());
        layout.setFont(getFont());
        layout.setText(text());
        layout.setWidth(Math.max(1, width - LEFT - MARGIN));
        if (!bold.isEmpty()) {
            layout.setStyle(new TextStyle(strong, null, null), 0, bold.length() - 1);
        }
        return layout;
    }

    private void paint(GC gc) {
        var area = getClientArea();
        if (text().isEmpty()) {
            return;
        }
        gc.setBackground(palette.form());
        gc.fillRectangle(area);
        gc.setBackground(palette.of(tone));
        gc.fillRectangle(area.x, area.y, BAR, area.height);
        var shape = tone == Tone.ERROR ? Shape.CROSS : tone == Tone.WARN ? Shape.WARNING : Shape.CHECK;
        var sign = new Rectangle(area.x + BAR + MARGIN, area.y + MARGIN, LEFT - BAR - MARGIN, LINE);
        painter.words(gc, Cell.of("").with(shape).in(tone), sign);
        gc.setForeground(palette.of(Tone.TEXT));
        var layout = layout(area.width);
        layout.draw(gc, area.x + LEFT, area.y + MARGIN);
        layout.dispose();
    }
}
