package org.mirrorbook.ui.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Chip;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.trade.TradeHead;
import org.mirrorbook.ui.widgets.Glyphs;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.NumberFonts;
import org.mirrorbook.ui.widgets.Palette;

/** What the trade is and what it came to: on two lines, on one where there is room. Read out as a sentence. UI thread only. */
final class TradeHeader extends Canvas {

    private static final int MARGIN = 8;
    private static final int LINE = 24;
    private static final int GAP = 8;
    private static final int CHIP_HEIGHT = 17;
    private static final int WIDE = 760;

    private final Palette palette = new Palette();
    private final Glyphs glyphs = new Glyphs();
    private final Font plain;
    private final Font bold;
    private final Font large;
    private final Font small;
    private final List<Placed> placed = new ArrayList<>();
    private Optional<TradeHead> head = Optional.empty();

    private record Placed(Cell cell, Rectangle place) {
    }

    TradeHeader(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        var resources = new LocalResourceManager(JFaceResources.getResources(), this);
        var fonts = new NumberFonts(this, resources);
        plain = fonts.plain();
        bold = fonts.bold();
        small = fonts.small();
        large = resources.create(FontDescriptor.createFrom(bold).increaseHeight(2));
        Look.CARD.on(this);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> tip(event.x, event.y));
        addListener(SWT.Resize, event -> requestLayout());
        setData("words", (Supplier<String>) this::words);
        Named.by(this::words, this);
    }

    void show(TradeHead newest) {
        if (head.filter(newest::equals).isEmpty()) {
            head = Optional.of(newest);
            redraw();
        }
    }

    String words() {
        return head.map(TradeHead::words).orElse("");
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? Math.max(getSize().x, 300) : widthHint;
        return new Point(width, width >= WIDE ? LINE + 2 * MARGIN : 2 * LINE + MARGIN);
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(palette.form());
        gc.fillRectangle(area);
        placed.clear();
        if (head.isEmpty()) {
            return;
        }
        var shown = head.get();
        boolean wide = area.width >= WIDE;
        int first = wide ? MARGIN : MARGIN / 2;
        int left = MARGIN;
        left = put(gc, shown.symbol(), large, left, first, false);
        left = put(gc, shown.side(), bold, left, first, false);
        left = put(gc, shown.status(), bold, left, first, false);
        if (wide) {
            left = put(gc, shown.certainty(), plain, left, first, false);
            put(gc, shown.circumstances(), plain, left, first, false);
            int right = area.width - MARGIN;
            right = putMultiple(gc, shown, right, first, true);
            put(gc, shown.net(), large, right, first, true);
        } else {
            put(gc, shown.certainty(), plain, area.width - MARGIN, first, true);
            int second = first + LINE - 1;
            left = put(gc, shown.net(), large, MARGIN, second, false);
            left = putMultiple(gc, shown, left + 2, second, false);
            var room = area.width - MARGIN - left;
            put(gc, Cell.label(fit(gc, shown.circumstances().text(), room)).tip(shown.circumstances().tip()), plain, area.width - MARGIN,
                    second, true);
        }
    }

    /** {@code +1.84 R}, and in small letters on what it rests. */
    private int putMultiple(GC gc, TradeHead shown, int at, int top, boolean fromRight) {
        var words = NLS.bind(Messages.Header_multiple, shown.multiple().text());
        var figure = Cell.of(words).in(shown.multiple().tone()).tip(shown.multiple().tip());
        var tag = shown.multiple().tag().filter(small -> !small.text().isEmpty()).map(one -> Cell.of(one.text()).in(one.tone()));
        if (fromRight) {
            int right = tag.isPresent() ? put(gc, tag.get(), small, at, top, true) + GAP / 2 : at;
            return put(gc, figure, large, right, top, true);
        }
        int left = put(gc, figure, large, at, top, false);
        return tag.isPresent() ? put(gc, tag.get(), small, left - GAP / 2, top, false) : left;
    }

    /** Paints a cell and returns where the next one begins. */
    private int put(GC gc, Cell cell, Font font, int at, int top, boolean fromRight) {
        gc.setFont(font);
        var extent = gc.textExtent(cell.text(), SWT.DRAW_TRANSPARENT);
        boolean chip = cell.chip().isPresent();
        int shape = cell.shape() == Shape.NONE ? 0 : Glyphs.WIDTH + 3;
        int width = chip ? Math.max(40, extent.x + 12) : shape + extent.x;
        int left = fromRight ? at - width : at;
        placed.add(new Placed(cell, new Rectangle(left, top, width, LINE)));
        if (chip) {
            chip(gc, cell.chip().get(), cell.text(), extent, new Rectangle(left, top + (LINE - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT));
        } else {
            glyphs.paint(gc, cell.shape(), palette.of(cell.tone()), left, top + LINE / 2);
            gc.setForeground(palette.of(cell.tone()));
            gc.drawText(cell.text(), left + shape, top + (LINE - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        }
        return fromRight ? left - GAP : left + width + GAP;
    }

    private void chip(GC gc, Chip chip, String text, Point extent, Rectangle place) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.fill(chip));
        gc.fillRoundRectangle(place.x, place.y, place.width, place.height, 4, 4);
        gc.setForeground(palette.text(chip));
        gc.drawText(text, place.x + (place.width - extent.x) / 2, place.y + (place.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }

    private String fit(GC gc, String text, int room) {
        gc.setFont(plain);
        var fitted = text;
        while (fitted.length() > 1 && gc.textExtent(fitted, SWT.DRAW_TRANSPARENT).x > room) {
            fitted = fitted.substring(0, fitted.length() - 2).stripTrailing() + "\u2026";
        }
        return fitted;
    }

    private void tip(int x, int y) {
        var words = placed.stream().filter(one -> one.place().contains(x, y)).map(one -> one.cell().tip()).filter(tip -> !tip.isEmpty())
                .findFirst().orElse(null);
        if (!Objects.equals(words, getToolTipText())) {
            setToolTipText(words);
        }
    }
}
