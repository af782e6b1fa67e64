package org.mirrorbook.ui.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;

import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseTrackAdapter;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.evidence.Tile;

/**
 * Figures with their captions side by side. Those that do not fit leave from the right, but for the last two, which say most; what left is
 * still heard and stands in the tip. UI thread only.
 */
public final class TileLine extends Canvas {

    private static final int PADDING = 16;
    private static final int TOP = 8;
    private static final int GAP = 5;

    private final Palette palette = new Palette();
    private final Glyphs glyphs = new Glyphs();
    private final Font bold;
    private final Font caption;
    private List<Tile> tiles = List.of();

    public TileLine(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        var resources = new LocalResourceManager(JFaceResources.getResources(), this);
        bold = resources.create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD));
        caption = resources.create(FontDescriptor.createFrom(getFont()).increaseHeight(-1));
        setData("words", (Supplier<String>) this::text);
        addPaintListener(event -> paint(event.gc));
        addMouseTrackListener(new MouseTrackAdapter() {
            @Override
            public void mouseHover(MouseEvent event) {
                setToolTipText(tileAt(event.x).map(tile -> tile.figure().tip()).filter(tip -> !tip.isEmpty()).orElse(hidden()));
            }
        });
        Named.by(this::text, this);
    }

    /** Shows these. */
    public void show(List<Tile> newest) {
        if (!tiles.equals(newest)) {
            tiles = List.copyOf(newest);
            redraw();
        }
    }

    /** All of it as words. */
    public String text() {
        return tiles.stream().map(Tile::words).collect(Collectors.joining("; "));
    }

    private String hidden() {
        var shown = fitting();
        var gone = tiles.stream().filter(tile -> !shown.contains(tile)).map(Tile::words).toList();
        return gone.isEmpty() ? null : String.join("\n", gone);
    }

    private Optional<Tile> tileAt(int x) {
        int left = 0;
        for (var tile : fitting()) {
            left += width(tile);
            if (x < left) {
                return Optional.of(tile);
            }
        }
        return Optional.empty();
    }

    /** The last but two leaves first. */
    private List<Tile> fitting() {
        var fitting = new ArrayList<>(tiles);
        while (fitting.size() > 1 && fitting.stream().mapToInt(this::width).sum() > getClientArea().width) {
            fitting.remove(Math.max(0, fitting.size() - 3));
        }
        return fitting;
    }

    private int width(Tile tile) {
        var gc = new GC(this);
        try {
            gc.setFont(bold);
            int shape = tile.figure().shape() == Shape.NONE ? 0 : Glyphs.WIDTH + GAP;
            int figure = shape + gc.textExtent(tile.figure().text()).x;
            gc.setFont(caption);
            return Math.max(figure, gc.textExtent(tile.caption()).x) + 2 * PADDING;
        } finally {
            gc.dispose();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        var gc = new GC(this);
        try {
            gc.setFont(bold);
            int height = gc.textExtent("0").y;
            gc.setFont(caption);
            height += gc.textExtent("0").y + 2 * TOP;
            return new Point(widthHint == SWT.DEFAULT ? 400 : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(palette.form());
        gc.fillRectangle(area);
        int left = 0;
        for (var tile : fitting()) {
            int width = width(tile);
            paint(gc, tile, left + PADDING);
            left += width;
            gc.setForeground(palette.line2());
            gc.drawLine(left, 0, left, area.height);
        }
        gc.setForeground(palette.line());
        gc.drawLine(0, area.height - 1, area.width, area.height - 1);
    }

    private void paint(GC gc, Tile tile, int left) {
        int start = left;
        gc.setFont(bold);
        int height = gc.textExtent("0").y;
        if (tile.figure().shape() != Shape.NONE) {
            var tone = tile.figure().tone() == Tone.TEXT ? Tone.TEXT2 : tile.figure().tone();
            glyphs.paint(gc, tile.figure().shape(), palette.of(tone), start, TOP + height / 2);
            start += Glyphs.WIDTH + GAP;
        }
        gc.setForeground(palette.of(tile.figure().tone()));
        gc.drawText(tile.figure().text(), start, TOP, SWT.DRAW_TRANSPARENT);
        gc.setFont(caption);
        gc.setForeground(palette.of(Tone.TEXT2));
        gc.drawText(tile.caption(), left, TOP + height, SWT.DRAW_TRANSPARENT);
    }
}
