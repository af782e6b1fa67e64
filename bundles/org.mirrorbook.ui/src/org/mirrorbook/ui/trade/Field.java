package org.mirrorbook.ui.trade;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/**
 * A line of text that is no higher than the rows around it, which native fields of some platforms are; with choices where there are some:
 * by the arrow at its end, or Alt+Down. What is typed need not be among them. UI thread only.
 */
final class Field extends Composite {

    private static final int HEIGHT = 24;
    private static final int ARROW = 18;
    private static final int PADDING = 6;
    private static final int FRAME = 2;

    private final Palette palette = new Palette();
    private final Composite clip;
    private final Text text;
    private List<String> choices = List.of();

    /** @param name for assistive technology */
    Field(Composite parent, Font font, String name) {
        super(parent, SWT.NONE);
        Look.CARD.on(this);
        // some platforms draw a frame of their own in the field that has the focus: it lies outside of what is to be seen
        clip = Look.TEXT.on(new Composite(this, SWT.NONE));
        text = Look.TEXT.on(new Text(clip, SWT.SINGLE));
        text.setFont(font);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> place());
        addListener(SWT.MouseDown, this::pressed);
        text.addListener(SWT.FocusIn, event -> redraw());
        text.addListener(SWT.FocusOut, event -> redraw());
        text.addListener(SWT.KeyDown, this::typed);
        Named.as(name, text);
    }

    Text text() {
        return text;
    }

    void offer(List<String> newest) {
        choices = List.copyOf(newest);
        place();
        redraw();
    }

    /** What is written in it. */
    String value() {
        return text.getText().strip();
    }

    void put(String words) {
        if (!text.getText().equals(words)) {
            text.setText(words);
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, HEIGHT);
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }

    private void place() {
        var area = getClientArea();
        int height = Math.min(area.height - 4, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        int width = Math.max(0, area.width - 2 * PADDING - (choices.isEmpty() ? 0 : ARROW - 4));
        clip.setBounds(PADDING, (area.height - height) / 2, width, height);
        text.setBounds(-FRAME, -FRAME, width + 2 * FRAME, height + 2 * FRAME);
    }

    private void pressed(Event event) {
        if (!choices.isEmpty() && event.x >= getSize().x - ARROW - 2) {
            choose();
        } else {
            text.setFocus();
        }
    }

    private void typed(Event event) {
        if (!choices.isEmpty() && (event.keyCode == SWT.F4 || event.keyCode == SWT.ARROW_DOWN && (event.stateMask & SWT.ALT) != 0)) {
            event.doit = false;
            choose();
        }
    }

    private void choose() {
        var menu = new Menu(this);
        for (String choice : choices) {
            var item = new MenuItem(menu, SWT.RADIO);
            item.setText(choice.replace("&", "&&"));
            item.setSelection(choice.equals(value()));
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    text.setText(choice);
                }
            });
        }
        menu.setLocation(toDisplay(0, getSize().y));
        menu.addListener(SWT.Hide, event -> getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.base());
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, 6, 6);
        gc.setForeground(text.isFocusControl() ? palette.of(Tone.ACCENT) : palette.line());
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 6, 6);
        if (!choices.isEmpty()) {
            gc.setForeground(palette.of(Tone.TEXT2));
            int x = area.width - ARROW / 2 - 3;
            int y = area.height / 2;
            gc.drawPolyline(new int[] {x - 4, y - 2, x, y + 2, x + 4, y - 2});
        }
    }
}
