package org.mirrorbook.ui.journal;

import java.util.function.Supplier;

import org.eclipse.jface.action.IMenuListener;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.journal.FilterWords;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/**
 * A button that says what it chooses and what is chosen, and opens a menu of choices; one that narrows has a border of the accent. A native
 * push button draws neither two colours nor that border. By mouse, space, enter and arrow down. UI thread only.
 */
final class DropDown extends Canvas {

    private static final int HEIGHT = 24;
    private static final int PADDING = 8;
    private static final int CARET = 7;
    private static final int GAP = 6;
    private static final int CORNER = 4;

    private final Palette palette;
    private final MenuManager menu = new MenuManager();
    private FilterWords words = new FilterWords("", "", false);
    private boolean shortened;

    /** @param fill puts the choices into the menu each time it opens */
    DropDown(Composite parent, Palette palette, IMenuListener fill) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.palette = palette;
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(fill);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> {
            if (event.button == 1) {
                setFocus();
                open();
            }
        });
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Dispose, event -> menu.dispose());
        accessible(() -> words.label() + (words.value().isEmpty() ? "" : ": " + words.value()));
    }

    private void accessible(Supplier<String> name) {
        Named.by(name, this);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }

            @Override
            public void getDefaultAction(AccessibleControlEvent event) {
                event.result = Messages.DropDown_open;
            }
        });
        setData("words", name);
    }

    void say(FilterWords newest) {
        if (!words.equals(newest)) {
            words = newest;
            setToolTipText(words.set() ? words.label() + ": " + words.value() : null);
            redraw();
        }
    }

    FilterWords said() {
        return words;
    }

    /** Whether little room is left. */
    void shorten(boolean shorten) {
        if (shortened != shorten) {
            shortened = shorten;
            redraw();
        }
    }

    MenuManager menu() {
        return menu;
    }

    void open() {
        var opened = menu.createContextMenu(this);
        opened.setLocation(toDisplay(0, getSize().y));
        opened.setVisible(true);
    }

    private void key(Event event) {
        if (event.keyCode == ' ' || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.keyCode == SWT.ARROW_DOWN) {
            open();
        }
    }

    /** Width that it takes. */
    int width(boolean shorten) {
        var gc = new GC(this);
        try {
            return 2 * PADDING + gc.textExtent(shorten ? words.shortened() : words.whole(), SWT.DRAW_TRANSPARENT).x + GAP + CARET;
        } finally {
            gc.dispose();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? width(shortened) : widthHint, HEIGHT);
    }

    private void paint(GC gc) {
        var size = getSize();
        gc.setBackground(palette.form());
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.base());
        gc.fillRoundRectangle(0, 0, size.x - 1, size.y - 1, CORNER, CORNER);
        boolean strong = words.set() || isFocusControl();
        gc.setForeground(strong ? palette.accentLine() : palette.line());
        gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, CORNER, CORNER);
        int left = PADDING;
        int top = (size.y - gc.getFontMetrics().getHeight()) / 2;
        var text = shortened ? words.shortened() : words.whole();
        if (!shortened && text.startsWith(words.label() + " ") && !words.value().isEmpty()) {
            gc.setForeground(palette.of(Tone.TEXT2));
            gc.drawString(words.label(), left, top, true);
            left += gc.textExtent(words.label() + " ", SWT.DRAW_TRANSPARENT).x;
            text = words.value();
        }
        gc.setForeground(palette.of(Tone.TEXT));
        gc.drawString(text, left, top, true);
        int x = size.x - PADDING - CARET;
        int y = size.y / 2 - 1;
        gc.setForeground(palette.of(Tone.TEXT2));
        gc.setLineWidth(1);
        gc.drawPolyline(new int[] {x, y, x + CARET / 2, y + CARET / 2, x + CARET - 1, y});
        if (isFocusControl()) {
            gc.setLineStyle(SWT.LINE_DOT);
            gc.setForeground(palette.accentLine());
            gc.drawRoundRectangle(2, 2, size.x - 5, size.y - 5, CORNER, CORNER);
        }
    }
}
