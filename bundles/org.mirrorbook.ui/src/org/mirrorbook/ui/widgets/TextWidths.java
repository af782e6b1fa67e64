package org.mirrorbook.ui.widgets;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/**
 * How wide texts are. Measuring is the dearest part of painting a figure, and a live table paints the same kinds of text again and again: a
 * text of figures is as wide as its signs together, for the fonts of tables have no kerning between digits; other texts are remembered.
 */
final class TextWidths {

    private static final int REMEMBERED = 2_000;
    private static final int SIGNS = 128;
    private static final int REPEATS = 32;

    private final Map<Font, Measured> fonts = new LinkedHashMap<>();

    int width(GC gc, Font font, String text) {
        return measured(gc, font).width(gc, text);
    }

    int height(GC gc, Font font) {
        return measured(gc, font).height;
    }

    private Measured measured(GC gc, Font font) {
        return fonts.computeIfAbsent(font, unknown -> new Measured(gc));
    }

    /** Of one font; the font is set in the GC that it gets. */
    private static final class Measured {

        private final double[] signs = new double[SIGNS];
        private final int height;
        private final Map<String, Integer> texts = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > REMEMBERED;
            }
        };

        Measured(GC gc) {
            height = gc.stringExtent("0Ag").y;
            "0123456789.,+".chars().forEach(sign -> signs[sign] = measure(gc, String.valueOf((char) sign).repeat(REPEATS))
                    / (double) REPEATS);
        }

        int width(GC gc, String text) {
            double sum = 0;
            for (int at = 0; at < text.length(); at++) {
                char sign = text.charAt(at);
                if (sign >= SIGNS || signs[sign] == 0) {
                    return texts.computeIfAbsent(text, unknown -> measure(gc, unknown));
                }
                sum += signs[sign];
            }
            return (int) Math.ceil(sum);
        }

        private static int measure(GC gc, String text) {
            Point extent = gc.stringExtent(text);
            return extent.x;
        }
    }
}
