package org.mirrorbook.ui.trade;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.trade.PathWords;
import org.mirrorbook.ui.model.trade.PnlPath;
import org.mirrorbook.ui.model.trade.TradeSteps;
import org.mirrorbook.ui.widgets.Glyphs;
import org.mirrorbook.ui.widgets.Palette;

/** What stands on the P&L path beside its line: zero, the dashed pieces of the stop, the executions, MFE and MAE. UI thread only. */
final class PathMarks implements ICustomPaintListener {

    private static final int SPACE = 4;

    private final Chart chart;
    private final Palette palette;
    private final Font font;
    private final Glyphs glyphs = new Glyphs();
    private Optional<PathChart.Shown> shown = Optional.empty();

    PathMarks(Chart chart, Palette palette, Font font) {
        this.chart = chart;
        this.palette = palette;
        this.font = font;
    }

    void show(PathChart.Shown newest) {
        shown = Optional.of(newest);
    }

    @Override
    public void paintControl(PaintEvent event) {
        shown.ifPresent(now -> paint(event.gc, now));
    }

    private void paint(GC gc, PathChart.Shown now) {
        var area = chart.getPlotArea().getControl().getBounds();
        var bounds = new Rectangle(0, 0, area.width, area.height);
        gc.setFont(font);
        gc.setLineWidth(1);
        gc.setAntialias(SWT.OFF);
        gc.setForeground(palette.of(Tone.TEXT2));
        gc.drawLine(0, y(0), bounds.width, y(0));
        stop(gc, now.path(), bounds);
        now.path().gaps().forEach(gap -> gap(gc, gap.getFirst(), gap.getLast()));
        now.path().steps().forEach(step -> glyph(gc, TradeSteps.what(step.execution()).shape(), step.place()));
        var words = new PathWords(now.figures());
        var coin = now.trade().slot().marginCoin();
        now.path().favourable().filter(turn -> turn.amount().signum() > 0)
                .ifPresent(turn -> turn(gc, turn, words.favourable(turn, coin), true, bounds));
        now.path().adverse().filter(turn -> turn.amount().signum() < 0)
                .ifPresent(turn -> turn(gc, turn, words.adverse(turn, coin), false, bounds));
    }

    private void stop(GC gc, PnlPath path, Rectangle bounds) {
        gc.setForeground(palette.of(Tone.TEXT2));
        gc.setLineDash(new int[] {3, 2});
        var levels = path.ifStopped();
        for (int i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            int at = y(level.net().doubleValue());
            gc.drawLine(x(level.from().toEpochMilli()), at, x(level.to().toEpochMilli()), at);
            if (i + 1 < levels.size() && levels.get(i + 1).from().equals(level.to())) {
                int next = y(levels.get(i + 1).net().doubleValue());
                gc.drawLine(x(level.to().toEpochMilli()), at, x(level.to().toEpochMilli()), next);
            }
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        levels.stream().max((one, two) -> Long.compare(length(one), length(two))).ifPresent(longest -> {
            var text = PathWords.ifStopped();
            var extent = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
            int left = Math.clamp(x(longest.from().toEpochMilli()) + SPACE, 0, Math.max(0, bounds.width - extent.x));
            int level = y(longest.net().doubleValue());
            // below the dashes; above them at the lower edge, and where the line runs below
            boolean below = level + extent.y + 1 < bounds.height;
            gc.drawText(text, left, below ? level + 1 : level - extent.y - 1, SWT.DRAW_TRANSPARENT);
        });
    }

    /** A dotted line instead of one that would pretend to know the way. */
    private void gap(GC gc, PnlPath.Point from, PnlPath.Point to) {
        int left = x(from.at().toEpochMilli());
        int right = x(to.at().toEpochMilli());
        gc.setForeground(palette.form());
        gc.setLineWidth(4);
        gc.drawLine(left, y(from.net().doubleValue()), right, y(to.net().doubleValue()));
        gc.setLineWidth(1);
        gc.setForeground(palette.of(Tone.ACCENT));
        gc.setLineDash(new int[] {1, 3});
        gc.drawLine(left, y(from.net().doubleValue()), right, y(to.net().doubleValue()));
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private static long length(PnlPath.Level level) {
        return level.to().toEpochMilli() - level.from().toEpochMilli();
    }

    private void glyph(GC gc, Shape shape, PnlPath.Point place) {
        int left = x(place.at().toEpochMilli()) - 4;
        int middle = y(place.net().doubleValue());
        if (shape == Shape.ENTRY) {
            // nothing of the line is to be seen through the ring
            gc.setBackground(palette.form());
            gc.fillOval(left, middle - 4, 9, 9);
        }
        glyphs.paint(gc, shape, palette.of(Tone.TEXT), left, middle);
    }

    private void turn(GC gc, PnlPath.Turn turn, String text, boolean up, Rectangle bounds) {
        int x = x(turn.place().at().toEpochMilli());
        int y = y(turn.place().net().doubleValue());
        var colour = palette.of(up ? Tone.PROFIT : Tone.LOSS);
        gc.setForeground(colour);
        gc.setBackground(colour);
        gc.fillRectangle(x - 4, y + (up ? -4 : 2), 9, 2);
        var extent = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        int left = x + extent.x + 8 < bounds.width && !up ? x + 8 : Math.clamp((long) x - extent.x / 2, 0,
                Math.max(0, bounds.width - extent.x));
        int top = up ? y - extent.y - 5 : y - extent.y / 2 + 3;
        gc.drawText(text, left, Math.clamp(top, 0, Math.max(0, bounds.height - extent.y)), SWT.DRAW_TRANSPARENT);
    }

    private int x(long millis) {
        return chart.getAxisSet().getXAxis(0).getPixelCoordinate(millis);
    }

    private int y(double amount) {
        return chart.getAxisSet().getYAxis(0).getPixelCoordinate(amount);
    }
}
