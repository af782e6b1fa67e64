package org.mirrorbook.ui.trade;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.trade.PathWords;
import org.mirrorbook.ui.model.trade.PnlPath;
import org.mirrorbook.ui.model.trade.TradeSteps;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Palette;

/**
 * The P&L path as a line, with the executions, MFE and MAE, and what the trade would come to at its stop. Answers as a list of points.
 * Amounts become floating-point numbers here alone, as places on the screen. UI thread only.
 */
final class PathChart extends Composite {

    private static final String LINE = "net";
    private static final int HEIGHT = 128;
    private static final int NEAR = 14;

    private final Palette palette = new Palette();
    private final Chart chart;
    private final PathMarks marks;
    private final ILineSeries<?> line;
    private Optional<Shown> shown = Optional.empty();
    private TimeFormat time = new TimeFormat(Instant.EPOCH, Instant.EPOCH, ZoneOffset.UTC);

    /** What is drawn. */
    record Shown(PnlPath path, Trade trade, Figures figures) {
    }

    PathChart(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        Look.CARD.on(this);
        chart = Look.CARD.on(new Chart(this, SWT.NONE));
        Look.CARD.on(chart.getPlotArea().getControl());
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        var resources = new LocalResourceManager(JFaceResources.getResources(), this);
        var font = resources.create(FontDescriptor.createFrom(getFont()).increaseHeight(-2));
        plain(x(), font, LineStyle.NONE);
        plain(y(), font, LineStyle.SOLID);
        line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, LINE);
        line.setSymbolType(ILineSeries.PlotSymbolType.NONE);
        line.setLineWidth(2);
        line.setAntialias(SWT.ON);
        marks = new PathMarks(chart, palette, font);
        chart.getPlotArea().addCustomPaintListener(marks);
        chart.getPlotArea().getControl().addListener(SWT.MouseMove, this::point);
        new PathAccess(chart.getPlotArea().getControl(), () -> shown);
        setData("words", (Supplier<String>) this::words);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, HEIGHT);
    }

    private static void plain(IAxis axis, Font font, LineStyle grid) {
        axis.getTitle().setVisible(false);
        axis.getTick().setFont(font);
        axis.getGrid().setStyle(grid);
        axis.setDrawAxisLine(false);
    }

    private IAxis x() {
        return chart.getAxisSet().getXAxis(0);
    }

    private IAxis y() {
        return chart.getAxisSet().getYAxis(0);
    }

    void show(PnlPath path, Trade trade, Figures figures) {
        var newest = new Shown(path, trade, figures);
        if (shown.filter(newest::equals).isPresent()) {
            return;
        }
        shown = Optional.of(newest);
        time = new TimeFormat(path.line().getFirst().at(), path.line().getLast().at(), figures.zone());
        marks.show(newest, time);
        chart.suspendUpdate(true);
        colour();
        line.setXSeries(path.line().stream().mapToDouble(point -> time.place(point.at())).toArray());
        line.setYSeries(path.line().stream().mapToDouble(point -> point.net().doubleValue()).toArray());
        range(path);
        y().getTick().setVisible(!figures.hidesMoney());
        y().getTick().setFormat(new AmountFormat());
        x().getTick().setFormat(time);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    /** All that is drawn is to be seen: the line, zero, the stop. */
    private void range(PnlPath path) {
        var values = Stream.concat(path.line().stream().map(PnlPath.Point::net),
                path.ifStopped().stream().map(PnlPath.Level::net)).mapToDouble(Number::doubleValue).summaryStatistics();
        double low = Math.min(0, values.getMin());
        double high = Math.max(0, values.getMax());
        double margin = high > low ? (high - low) * 0.12 : 1;
        // the words of MFE stand above the line
        y().setRange(new Range(low - margin, high + 2 * margin));
        double begin = time.place(path.line().getFirst().at());
        double end = Math.max(time.place(path.line().getLast().at()), begin + 1e-3);
        double beside = (end - begin) * 0.025;
        x().setRange(new Range(begin - beside, end + beside));
    }

    /** Colours of the theme: asked anew, for it may have changed. */
    void colour() {
        line.setLineColor(palette.of(Tone.ACCENT));
        for (var axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(palette.of(Tone.TEXT2));
            axis.getGrid().setForeground(palette.grid());
        }
        chart.setBackground(palette.form());
        chart.getPlotArea().setBackground(palette.form());
    }

    private void point(Event event) {
        var control = chart.getPlotArea().getControl();
        var words = shown.flatMap(now -> nearest(now, event.x, event.y)).orElse(null);
        if (!Objects.equals(words, control.getToolTipText())) {
            control.setToolTipText(words);
        }
    }

    private Optional<String> nearest(Shown now, int x, int y) {
        var coin = now.trade().slot().marginCoin();
        var step = now.path().steps().stream().filter(one -> distance(one.place(), x) < NEAR / 2)
                .filter(one -> Math.abs(y().getPixelCoordinate(one.place().net().doubleValue()) - y) < NEAR)
                .min(Comparator.comparing(one -> distance(one.place(), x)));
        var words = new PathWords(now.figures());
        var funding = now.path().fundings().stream().filter(one -> distance(one.place(), x) < NEAR / 2)
                .min(Comparator.comparing(one -> distance(one.place(), x))).map(one -> words.funding(one, coin));
        return step.map(one -> new TradeSteps(now.figures()).words(one.execution(), coin)).or(() -> funding)
                .or(() -> now.path().line().stream().min(Comparator.comparing(one -> distance(one, x)))
                        .filter(one -> distance(one, x) < NEAR).map(one -> words.point(one, coin)));
    }

    private int distance(PnlPath.Point place, int x) {
        return Math.abs(x().getPixelCoordinate(time.place(place.at())) - x);
    }

    private String words() {
        return shown.map(now -> String.join("; ", new PathWords(now.figures()).lines(now.path(), now.trade()))).orElse("");
    }
}
