package org.mirrorbook.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tag;

/** Paints one cell: shape, chip and text in the colours of the theme. UI thread only. */
final class CellPainter {

    static final int PADDING = 6;
    private static final int GAP = 5;
    private static final int TAG_GAP = 3;
    private static final int CHIP_HEIGHT = 16;
    private static final int CHIP_PADDING = 6;
    private static final int STATUS_CHIP_WIDTH = 40;
    /** The widest tag: all take the same place, so that figures stand in line. */
    private static final String WIDEST_TAG = "PLAN";
    private static final String ELLIPSIS = "\u2026";

    private final Palette palette;
    private final Glyphs glyphs = new Glyphs();
    private final Font plain;
    private final Font bold;
    private final Font small;

    CellPainter(Palette palette, NumberFonts fonts) {
        this.palette = palette;
        this.plain = fonts.plain();
        this.bold = fonts.bold();
        this.small = fonts.small();
    }

    /** Width that the cell takes in a line of cells, without padding. */
    int width(GC gc, Cell cell) {
        gc.setFont(cell.strong() ? bold : plain);
        int text = gc.textExtent(cell.text(), SWT.DRAW_TRANSPARENT).x;
        int shape = cell.shape() == Shape.NONE ? 0 : Glyphs.WIDTH + (text > 0 ? GAP : 0);
        return shape + (cell.chip().isPresent() ? text + 2 * CHIP_PADDING : text);
    }

    /** Words: shape, then text, from the left. */
    void words(GC gc, Cell cell, Rectangle place) {
        int left = place.x;
        if (cell.shape() != Shape.NONE) {
            glyphs.paint(gc, cell.shape(), palette.of(cell.tone()), left, place.y + place.height / 2);
            left += Glyphs.WIDTH + GAP;
        }
        if (cell.chip().isPresent()) {
            chip(gc, cell, left, place);
        } else {
            text(gc, cell, left, place.x + place.width - left, place, false);
        }
    }

    /** A figure: shape at the left edge, digits at the right one. */
    void figure(GC gc, Cell cell, Rectangle place) {
        int shape = 0;
        if (cell.shape() != Shape.NONE) {
            glyphs.paint(gc, cell.shape(), palette.of(cell.tone()), place.x, place.y + place.height / 2);
            shape = Glyphs.WIDTH;
        }
        int tag = cell.tag().map(word -> tag(gc, word, place)).orElse(0);
        text(gc, cell, place.x + shape, place.width - shape - tag, place, true);
    }

    /** Paints it at the right edge and returns the width that is taken from the figure. */
    private int tag(GC gc, Tag tag, Rectangle place) {
        gc.setFont(small);
        gc.setForeground(palette.of(tag.tone()));
        int slot = gc.textExtent(WIDEST_TAG, SWT.DRAW_TRANSPARENT).x;
        int height = gc.textExtent(tag.text(), SWT.DRAW_TRANSPARENT).y;
        gc.drawText(tag.text(), place.x + place.width - slot, place.y + (place.height - height) / 2, SWT.DRAW_TRANSPARENT);
        return slot + TAG_GAP;
    }

    private void text(GC gc, Cell cell, int left, int width, Rectangle place, boolean right) {
        if (cell.text().isEmpty()) {
            return;
        }
        gc.setFont(cell.strong() ? bold : plain);
        gc.setForeground(palette.of(cell.tone()));
        var text = fit(gc, cell.text(), width);
        var extent = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        gc.drawText(text, right ? left + width - extent.x : left, place.y + (place.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }

    private void chip(GC gc, Cell cell, int left, Rectangle place) {
        var chip = cell.chip().orElseThrow();
        gc.setFont(bold);
        var extent = gc.textExtent(cell.text(), SWT.DRAW_TRANSPARENT);
        int width = switch (chip) {
            case WIN, LOSS, BE, OPEN -> Math.max(STATUS_CHIP_WIDTH, extent.x + CHIP_PADDING);
            default -> extent.x + 2 * CHIP_PADDING;
        };
        int height = Math.min(place.height - 2, Math.max(CHIP_HEIGHT, extent.y));
        int top = place.y + (place.height - height) / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.fill(chip));
        gc.fillRoundRectangle(left, top, width, height, 4, 4);
        gc.setForeground(palette.text(chip));
        gc.drawText(cell.text(), left + (width - extent.x) / 2, top + (height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }

    private static String fit(GC gc, String text, int width) {
        if (gc.textExtent(text, SWT.DRAW_TRANSPARENT).x <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && gc.textExtent(text.substring(0, length) + ELLIPSIS, SWT.DRAW_TRANSPARENT).x > width) {
            length--;
        }
        return text.substring(0, length) + ELLIPSIS;
    }
}
