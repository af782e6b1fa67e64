package org.mirrorbook.ui.widgets;

import java.math.BigDecimal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.Tone;

/** Paints what stands in a cell in place of words. UI thread only. */
public final class Drawings {

    /** Where icons come from. */
    public interface Pictures {
        /** The icon of that name in the colours of the theme; not the caller's to dispose of. */
        Image get(String name);
    }

    private static final int PIXELS_OF_R = 14;
    private static final int BAR = 9;
    private static final int BETWEEN_HATCHES = 4;
    private static final int CHECK = 13;
    private static final int ICON = 16;
    private static final int TWISTIE = 9;
    private static final int LINE = 36;
    private static final int SCALE = 60;

    private final Palette palette;
    private final Pictures pictures;

    Drawings(Palette palette, Pictures pictures) {
        this.palette = palette;
        this.pictures = pictures;
    }

    static int width(CellShape drawing) {
        return switch (drawing) {
            case CellShape.Excursions bar -> SCALE;
            case CellShape.PriceLine line -> LINE;
            case CellShape.Check box -> CHECK;
            case CellShape.Picture icon -> ICON;
            case CellShape.Twistie sign -> TWISTIE;
        };
    }

    void paint(GC gc, CellShape drawing, Tone tone, Rectangle place) {
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        switch (drawing) {
            case CellShape.Excursions bar -> excursions(gc, bar, tone == Tone.STALE, place);
            case CellShape.PriceLine line -> priceLine(gc, line, place);
            case CellShape.Check box -> check(gc, box.on(), place);
            case CellShape.Picture icon -> picture(gc, icon, place);
            case CellShape.Twistie sign -> twistie(gc, sign.open(), place);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private void excursions(GC gc, CellShape.Excursions bar, boolean stale, Rectangle place) {
        int zero = place.x + place.width / 2;
        int half = place.width / 2;
        int middle = place.y + place.height / 2;
        int left = Math.min(half, pixels(bar.adverse().negate()));
        int right = Math.min(half, pixels(bar.favourable()));
        gc.setAntialias(SWT.OFF);
        gc.setForeground(palette.line());
        gc.drawLine(place.x, middle, place.x + place.width - 1, middle);
        gc.setBackground(stale ? palette.spark() : palette.barOfLoss());
        gc.fillRectangle(zero - left, middle - BAR / 2, left, BAR);
        hatch(gc, zero - left, middle - BAR / 2, left);
        gc.setBackground(stale ? palette.spark() : palette.barOfProfit());
        gc.fillRectangle(zero, middle - BAR / 2, right, BAR);
        int now = zero + Math.clamp(bar.now().signum() * pixels(bar.now().abs()), -half, half - 1);
        gc.setBackground(palette.of(stale ? Tone.STALE : Tone.TEXT));
        gc.fillRectangle(now - 1, middle - BAR / 2 - 2, 2, BAR + 4);
    }

    /** Told from a profit without its colour. */
    private void hatch(GC gc, int x, int top, int width) {
        gc.setForeground(palette.base());
        for (int start = 1 - BAR; start < width; start += BETWEEN_HATCHES) {
            int from = Math.max(0, -start);
            int to = Math.min(BAR - 1, width - 1 - start);
            if (from < to) {
                gc.drawLine(x + start + from, top + BAR - 1 - from, x + start + to, top + BAR - 1 - to);
            }
        }
    }

    private static int pixels(BigDecimal multiple) {
        // beyond any cell: the caller cuts it
        return multiple.min(BigDecimal.valueOf(1_000)).multiply(BigDecimal.valueOf(PIXELS_OF_R)).intValue();
    }

    private void priceLine(GC gc, CellShape.PriceLine line, Rectangle place) {
        int count = line.heights().size();
        if (count < 2) {
            return;
        }
        int top = place.y + 4;
        int height = place.height - 8;
        int steps = Math.max(line.full(), count) - 1;
        var points = new int[2 * count];
        for (int at = 0; at < count; at++) {
            points[2 * at] = place.x + (steps - count + 1 + at) * (place.width - 4) / steps;
            points[2 * at + 1] = top + height - line.heights().get(at) * height / CellShape.PriceLine.TOP;
        }
        gc.setAntialias(SWT.ON);
        gc.setForeground(palette.spark());
        if (line.ended()) {
            gc.setLineDash(new int[] {2, 2});
        }
        gc.drawPolyline(points);
        gc.setLineStyle(SWT.LINE_SOLID);
        if (!line.ended()) {
            gc.setBackground(palette.of(Tone.TEXT));
            gc.fillOval(points[2 * count - 2] - 1, points[2 * count - 1] - 1, 3, 3);
        }
    }

    private void check(GC gc, boolean on, Rectangle place) {
        int top = place.y + (place.height - CHECK) / 2;
        gc.setAntialias(SWT.ON);
        if (on) {
            gc.setBackground(palette.primary());
            gc.fillRoundRectangle(place.x, top, CHECK, CHECK, 4, 4);
            gc.setForeground(palette.onPrimary());
            gc.setLineWidth(2);
            gc.drawPolyline(new int[] {place.x + 3, top + 7, place.x + 5, top + 9, place.x + 10, top + 4});
            gc.setLineWidth(1);
        } else {
            gc.setForeground(palette.of(Tone.TEXT2));
            gc.drawRoundRectangle(place.x, top, CHECK - 1, CHECK - 1, 4, 4);
        }
    }

    private void picture(GC gc, CellShape.Picture icon, Rectangle place) {
        gc.drawImage(pictures.get(icon.icon()), place.x, place.y + (place.height - ICON) / 2);
    }

    private void twistie(GC gc, boolean open, Rectangle place) {
        int middle = place.y + place.height / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.of(Tone.TEXT2));
        gc.fillPolygon(open ? new int[] {place.x, middle - 2, place.x + 7, middle - 2, place.x + 3, middle + 3}
                : new int[] {place.x + 1, middle - 4, place.x + 1, middle + 4, place.x + 6, middle});
    }
}
