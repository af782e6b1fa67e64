package org.mirrorbook.ui.trade;

import java.util.OptionalInt;

import org.eclipse.osgi.util.NLS;
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
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/**
 * One to five stars, or none: by the pointer, by the arrow keys, by a digit; pressing the star that is set, 0 or Delete takes the rating
 * away. UI thread only.
 */
final class RatingStars extends Canvas {

    private static final int MOST = 5;
    private static final int STAR = 18;
    private static final int HEIGHT = 24;
    private static final double INNER = 0.42;

    private final Palette palette = new Palette();
    private final Runnable changed;
    private int stars;

    /** @param changed is called when the user chose another rating */
    RatingStars(Composite parent, Runnable changed) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.changed = changed;
        Look.CARD.on(this);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseDown, this::pressed);
        addListener(SWT.KeyDown, this::typed);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        Named.by(this::words, this);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_SLIDER;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = String.valueOf(stars);
            }
        });
        show(OptionalInt.empty());
    }

    void show(OptionalInt rating) {
        stars = rating.orElse(0);
        setToolTipText(words());
        redraw();
    }

    OptionalInt rating() {
        return stars == 0 ? OptionalInt.empty() : OptionalInt.of(stars);
    }

    private String words() {
        return stars == 0 ? Messages.Notes_notRated : NLS.bind(Messages.Notes_rated, stars);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean flush) {
        return new Point(MOST * STAR + 4, HEIGHT);
    }

    private void pressed(Event event) {
        setFocus();
        int star = Math.clamp((event.x - 2) / STAR + 1, 1, MOST);
        choose(star == stars ? 0 : star);
    }

    private void typed(Event event) {
        if (event.keyCode == SWT.ARROW_RIGHT || event.keyCode == SWT.ARROW_UP) {
            choose(Math.min(MOST, stars + 1));
        } else if (event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_DOWN) {
            choose(Math.max(0, stars - 1));
        } else if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS) {
            choose(0);
        } else if (event.character >= '0' && event.character <= '0' + MOST) {
            choose(event.character - '0');
        }
    }

    private void choose(int wanted) {
        if (wanted != stars) {
            show(wanted == 0 ? OptionalInt.empty() : OptionalInt.of(wanted));
            getAccessible().selectionChanged();
            changed.run();
        }
    }

    private void paint(GC gc) {
        gc.setBackground(palette.form());
        gc.fillRectangle(getClientArea());
        gc.setAntialias(SWT.ON);
        gc.setForeground(palette.of(Tone.TEXT2));
        gc.setBackground(palette.of(Tone.TEXT2));
        for (int i = 0; i < MOST; i++) {
            var shape = star(2 + i * STAR + STAR / 2, HEIGHT / 2);
            if (i < stars) {
                gc.fillPolygon(shape);
            }
            gc.drawPolygon(shape);
        }
        if (isFocusControl()) {
            gc.setForeground(palette.of(Tone.ACCENT));
            gc.drawRoundRectangle(0, 2, getClientArea().width - 1, HEIGHT - 5, 4, 4);
        }
    }

    private static int[] star(int x, int y) {
        var points = new int[20];
        for (int i = 0; i < 10; i++) {
            double radius = (i % 2 == 0 ? 1 : INNER) * STAR * 0.41;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            points[2 * i] = (int) Math.round(x + radius * Math.cos(angle));
            points[2 * i + 1] = (int) Math.round(y + radius * Math.sin(angle));
        }
        return points;
    }
}
