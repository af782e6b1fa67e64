package org.mirrorbook.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tag;

/** Paints one cell: shape, chip, text and drawing in the colours of the theme. UI thread only. */
public final class CellPainter {

    /** Between the edge of a cell and what is in it. */
    public static final int PADDING = 6;
    /** The same in a cell with a tag. */
    public static final int TAG_PADDING = 4;
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
    private final TextWidths widths = new TextWidths();
    private final Drawings drawings;
    private final Font plain;
    private final Font bold;
    private final Font small;
    private final Font chips;
    private final int padding;

    CellPainter(Palette palette, NumberFonts fonts) {
        this(palette, fonts, icon -> {
            throw new IllegalArgumentException("No icons were given for " + icon);
        });
    }

    /** @param icons for cells that are pictures */
    public CellPainter(Palette palette, NumberFonts fonts, Drawings.Pictures icons) {
        this(palette, fonts, icons, PADDING);
    }

    /** @param padding between the edge of a cell and what is in it */
    public CellPainter(Palette palette, NumberFonts fonts, Drawings.Pictures icons, int padding) {
        this.padding = padding;
        this.palette = palette;
        this.drawings = new Drawings(palette, icons);
        this.plain = fonts.plain();
        this.bold = fonts.bold();
        this.small = fonts.small();
        this.chips = fonts.chip();
    }

    /** Width that the cell takes in a line of cells, without padding; what follows in it counts. */
    public int width(GC gc, Cell cell) {
        int own = cell.drawing().map(Drawings::width).orElseGet(() -> widthOfWords(gc, cell));
        return own + cell.more().stream().mapToInt(next -> (next.isEmpty() ? 0 : PADDING) + width(gc, next)).sum();
    }

    private int widthOfWords(GC gc, Cell cell) {
        int text = cell.text().isEmpty() ? 0 : cell.chip().isPresent() ? widthOfChip(gc, cell)
                : width(gc, cell.strong() ? bold : plain, cell.text());
        return cell.shape() == Shape.NONE ? text : Glyphs.WIDTH + (text > 0 ? GAP : 0) + text;
    }

    /** Width that a figure, or a line of words, needs in its column; 0 for a drawing, which takes what there is. */
    public int widthInColumn(GC gc, Cell cell) {
        if (cell.drawing().isPresent() || cell.isEmpty()) {
            return 0;
        }
        if (!cell.more().isEmpty()) {
            return 2 * PADDING + width(gc, cell);
        }
        int tag = cell.tag().isPresent() ? width(gc, small, WIDEST_TAG) + TAG_GAP : 0;
        return 2 * paddingOf(cell) + tag + (cell.shape() == Shape.NONE ? 0 : Glyphs.WIDTH)
                + width(gc, cell.strong() ? bold : plain, cell.text());
    }

    private int width(GC gc, Font font, String text) {
        gc.setFont(font);
        return widths.width(gc, font, text);
    }

    private int paddingOf(Cell cell) {
        return cell.tag().isPresent() ? Math.min(padding, TAG_PADDING) : padding;
    }

    /** A cell of a table. */
    public void cell(GC gc, Cell cell, boolean figures, Rectangle bounds) {
        int around = paddingOf(cell);
        var place = new Rectangle(bounds.x + around, bounds.y, Math.max(0, bounds.width - 2 * around), bounds.height);
        if (figures && cell.drawing().isEmpty() && cell.more().isEmpty()) {
            figure(gc, cell, place);
        } else {
            words(gc, cell, place);
        }
    }

    /** Words: shape, then text, from the left, then what follows. */
    void words(GC gc, Cell cell, Rectangle place) {
        int left = place.x;
        int end = place.x + place.width;
        if (cell.drawing().isPresent()) {
            drawings.paint(gc, cell.drawing().get(), cell.tone(), place);
            left += Drawings.width(cell.drawing().get());
        } else {
            left = shapeAndText(gc, cell, place);
        }
        for (Cell next : cell.more()) {
            left += left > place.x && !next.isEmpty() ? PADDING : 0;
            if (left < end) {
                words(gc, next, new Rectangle(left, place.y, end - left, place.height));
            }
            left += width(gc, next);
        }
    }

    private int shapeAndText(GC gc, Cell cell, Rectangle place) {
        int left = place.x;
        if (cell.shape() != Shape.NONE) {
            glyphs.paint(gc, cell.shape(), palette.of(cell.tone()), left, place.y + place.height / 2);
            left += Glyphs.WIDTH + (cell.text().isEmpty() ? 0 : GAP);
        }
        if (cell.text().isEmpty()) {
            return left;
        }
        if (cell.chip().isPresent()) {
            return left + chip(gc, cell, left, place);
        }
        text(gc, cell, left, place.x + place.width - left, place, false);
        return left + width(gc, cell.strong() ? bold : plain, cell.text());
    }

    /** A figure: shape at the left edge, digits at the right one. */
    void figure(GC gc, Cell cell, Rectangle place) {
        int shape = 0;
        if (cell.shape() != Shape.NONE) {
            glyphs.paint(gc, cell.shape(), palette.of(cell.tone()), shapeOfFigure(gc, cell, place), place.y + place.height / 2);
            shape = Glyphs.WIDTH;
        }
        int tag = cell.tag().map(word -> tag(gc, word, place)).orElse(0);
        text(gc, cell, place.x + shape, place.width - shape - tag, place, true);
    }

    /** A triangle stands at the edge, where the eye runs down the column; a warning stands right before its figure. */
    private int shapeOfFigure(GC gc, Cell cell, Rectangle place) {
        return switch (cell.shape()) {
            case UP, DOWN, UP_OPEN, DOWN_OPEN -> place.x;
            default -> Math.max(place.x, place.x + place.width - width(gc, cell.strong() ? bold : plain, cell.text()) - GAP - Glyphs.WIDTH);
        };
    }

    /** Paints it at the right edge and returns the width that is taken from the figure. */
    private int tag(GC gc, Tag tag, Rectangle place) {
        int slot = width(gc, small, WIDEST_TAG);
        gc.setForeground(palette.of(tag.tone()));
        // on the line of the figure before it, whose font is larger
        int below = (widths.height(gc, plain(gc)) - widths.height(gc, small(gc))) / 2 - 1;
        int height = widths.height(gc, small);
        gc.drawString(tag.text(), place.x + place.width - slot, place.y + (place.height - height) / 2 + Math.max(0, below), true);
        return slot + TAG_GAP;
    }

    private Font plain(GC gc) {
        gc.setFont(plain);
        return plain;
    }

    private Font small(GC gc) {
        gc.setFont(small);
        return small;
    }

    private void text(GC gc, Cell cell, int left, int width, Rectangle place, boolean right) {
        if (cell.text().isEmpty()) {
            return;
        }
        var font = cell.strong() ? bold : plain;
        var text = fit(gc, font, cell.text(), width);
        int x = right ? left + width - width(gc, font, text) : left;
        gc.setForeground(palette.of(cell.tone()));
        gc.drawString(text, x, place.y + (place.height - widths.height(gc, font)) / 2, true);
    }

    private int widthOfChip(GC gc, Cell cell) {
        int text = width(gc, chips, cell.text());
        return switch (cell.chip().orElseThrow()) {
            case WIN, LOSS, BE, OPEN -> Math.max(STATUS_CHIP_WIDTH, text + CHIP_PADDING);
            default -> text + 2 * CHIP_PADDING;
        };
    }

    private int chip(GC gc, Cell cell, int left, Rectangle place) {
        var chip = cell.chip().orElseThrow();
        int width = widthOfChip(gc, cell);
        int line = widths.height(gc, chips);
        int height = Math.min(place.height - 2, Math.max(CHIP_HEIGHT, line));
        int top = place.y + (place.height - height) / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.fill(chip));
        gc.fillRoundRectangle(left, top, width, height, 4, 4);
        gc.setForeground(palette.text(chip));
        gc.drawString(cell.text(), left + (width - width(gc, chips, cell.text())) / 2, top + (height - line) / 2, true);
        return width;
    }

    private String fit(GC gc, Font font, String text, int width) {
        if (width(gc, font, text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && width(gc, font, text.substring(0, length) + ELLIPSIS) > width) {
            length--;
        }
        return text.substring(0, length) + ELLIPSIS;
    }
}
