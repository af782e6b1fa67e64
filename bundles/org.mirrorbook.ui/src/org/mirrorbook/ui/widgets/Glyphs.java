package org.mirrorbook.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.mirrorbook.ui.model.Shape;

/** Paints the small shapes, 8 points wide, around the middle of a line of text. */
public final class Glyphs {

    /** Width that a shape takes, without the gap to the text. */
    public static final int WIDTH = 10;

    /**
     * @param left edge of the shape
     * @param middle of the line
     */
    public void paint(GC gc, Shape shape, Color color, int left, int middle) {
        if (shape == Shape.NONE) {
            return;
        }
        gc.setAntialias(SWT.ON);
        gc.setForeground(color);
        gc.setBackground(color);
        gc.setLineWidth(1);
        gc.setLineStyle(SWT.LINE_SOLID);
        int top = middle - 4;
        switch (shape) {
            case DOT -> gc.fillOval(left, top, 8, 8);
            case DOT_OPEN -> gc.drawOval(left, top, 7, 7);
            case RING -> ring(gc, left, top);
            case ALERT -> gc.fillPolygon(new int[] {left + 4, top - 1, left + 9, top + 8, left - 1, top + 8});
            case WARNING -> warning(gc, left, top);
            case BAR -> gc.fillRectangle(left, middle - 1, 8, 2);
            case UP -> gc.fillPolygon(up(left, top));
            case DOWN -> gc.fillPolygon(down(left, top));
            case UP_OPEN -> gc.drawPolygon(up(left, top));
            case DOWN_OPEN -> gc.drawPolygon(down(left, top));
            case CLOCK -> clock(gc, left, top);
            case QUESTION -> question(gc, left, top);
            case CHECK -> gc.drawPolyline(new int[] {left, top + 4, left + 3, top + 7, left + 9, top + 1});
            case CROSS -> cross(gc, left, top);
            case PENCIL -> pencil(gc, left, top);
            case EQUAL -> equal(gc, left, middle);
            case DIFFERENT -> different(gc, left, middle);
            case PLUS -> plus(gc, left, middle, true);
            case MINUS -> plus(gc, left, middle, false);
            case ENTRY -> {
                gc.setLineWidth(2);
                gc.drawOval(left + 1, top + 1, 7, 7);
                gc.setLineWidth(1);
            }
            case SQUARE -> gc.fillRectangle(left, top, 8, 8);
            case NONE -> {
            }
        }
    }

    private static void warning(GC gc, int left, int top) {
        gc.drawPolygon(new int[] {left + 4, top - 1, left + 9, top + 8, left - 1, top + 8});
        gc.setAntialias(SWT.OFF);
        gc.drawLine(left + 4, top + 2, left + 4, top + 4);
        gc.drawPoint(left + 4, top + 6);
    }

    private static int[] up(int left, int top) {
        return new int[] {left + 4, top + 1, left + 8, top + 7, left, top + 7};
    }

    private static int[] down(int left, int top) {
        return new int[] {left, top + 1, left + 8, top + 1, left + 4, top + 7};
    }

    private static void ring(GC gc, int left, int top) {
        gc.setLineWidth(2);
        for (int start = 0; start < 360; start += 90) {
            gc.drawArc(left, top, 8, 8, start + 15, 60);
        }
        gc.setLineWidth(1);
    }

    private static void clock(GC gc, int left, int top) {
        gc.drawOval(left, top - 1, 9, 9);
        gc.drawPolyline(new int[] {left + 4, top + 1, left + 4, top + 4, left + 7, top + 4});
    }

    private static void question(GC gc, int left, int top) {
        gc.drawOval(left, top - 1, 9, 9);
        gc.drawArc(left + 3, top + 1, 3, 3, -60, 240);
        gc.drawPoint(left + 4, top + 6);
    }

    private static void cross(GC gc, int left, int top) {
        gc.setLineWidth(2);
        gc.drawLine(left, top, left + 8, top + 8);
        gc.drawLine(left + 8, top, left, top + 8);
        gc.setLineWidth(1);
    }

    private static void pencil(GC gc, int left, int top) {
        gc.drawPolygon(new int[] {left, top + 8, left + 1, top + 5, left + 6, top, left + 8, top + 2, left + 3, top + 7});
        gc.drawLine(left + 5, top + 1, left + 7, top + 3);
    }

    private static void equal(GC gc, int left, int middle) {
        gc.drawLine(left, middle - 2, left + 8, middle - 2);
        gc.drawLine(left, middle + 1, left + 8, middle + 1);
    }

    private static void different(GC gc, int left, int middle) {
        equal(gc, left, middle);
        gc.drawLine(left + 6, middle - 5, left + 2, middle + 4);
    }

    private static void plus(GC gc, int left, int middle, boolean upright) {
        gc.fillRectangle(left, middle - 1, 9, 2);
        if (upright) {
            gc.fillRectangle(left + 3, middle - 4, 2, 9);
        }
    }
}
