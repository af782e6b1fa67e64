package org.mirrorbook.ui.grid;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.widgets.NumberFonts;

/** What the fonts of a screen make of widths that were told for the reference font. UI thread only. */
final class FontMeasures {

    private static final double REFERENCE_DIGIT = 7.0;
    private static final int DIGITS = 40;

    private final Control control;
    private final NumberFonts fonts;
    private final int padding;
    private final int line;
    private final double scale;
    private final Map<ColumnSpec, Integer> widths = new HashMap<>();

    /** @param padding of a cell, left and right */
    FontMeasures(Control control, NumberFonts fonts, int padding) {
        this.padding = padding;
        this.control = control;
        this.fonts = fonts;
        var gc = gc();
        line = gc.stringExtent("0Ag").y;
        scale = gc.stringExtent("0".repeat(DIGITS)).x / (double) DIGITS / REFERENCE_DIGIT;
        gc.dispose();
    }

    /** Height of a line of text. */
    int line() {
        return line;
    }

    /** Width of a column that the user left as it is: never narrower than its title. */
    int natural(ColumnSpec spec) {
        return widths.computeIfAbsent(spec, unknown -> {
            var gc = gc();
            int title = gc.stringExtent(unknown.title()).x + 2 * padding;
            gc.dispose();
            return Math.max((int) Math.ceil(unknown.width() * scale), unknown.title().isEmpty() ? 0 : title);
        });
    }

    private GC gc() {
        var gc = new GC(control);
        gc.setFont(fonts.plain());
        return gc;
    }
}
