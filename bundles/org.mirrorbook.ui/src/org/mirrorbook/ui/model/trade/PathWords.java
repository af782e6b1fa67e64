package org.mirrorbook.ui.model.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;

/** The P&L path in words: beside it, at its marks, and for those who cannot see it. */
public final class PathWords {

    private final Figures figures;

    public PathWords(Figures figures) {
        this.figures = figures;
    }

    /** What is known of the prices, such as "no feed gap". */
    public static Cell feed(PnlPath path) {
        return switch (path.feed()) {
            case WHOLE -> Cell.label(Messages.Path_whole).tip(Messages.Path_whole_tip);
            case GAP -> Cell.of(Messages.Path_gap).in(Tone.WARN).tip(Messages.Path_gap_tip);
            case NONE -> Cell.label(Messages.Path_none).tip(Messages.Path_none_tip);
        };
    }

    public String favourable(PnlPath.Turn turn, String coin) {
        return NLS.bind(Messages.Path_favourable, figures.signed(turn.amount(), coin));
    }

    public String adverse(PnlPath.Turn turn, String coin) {
        return NLS.bind(Messages.Path_adverse, figures.signed(turn.amount(), coin));
    }

    public static String ifStopped() {
        return Messages.Path_ifStopped;
    }

    /** A point: net profit and when. */
    public String point(PnlPath.Point point, String coin) {
        return NLS.bind(Messages.Path_point, figures.signed(point.net(), coin) + " " + coin, figures.moment(point.at()));
    }

    /** Funding and when. */
    public String funding(PnlPath.Cost cost, String coin) {
        return NLS.bind(Messages.Path_funding, figures.signed(cost.amount(), coin) + " " + coin, figures.moment(cost.place().at()));
    }

    /** That the line knows of no moment for this funding, which is not in the points before the last. */
    private String timeless(BigDecimal amount, String coin) {
        return NLS.bind(Messages.Path_fundingAtEnd, figures.signed(amount, coin), coin);
    }

    /** A few lines: executions, turns and the end. */
    public List<String> lines(PnlPath path, Trade trade) {
        var coin = trade.slot().marginCoin();
        var steps = new TradeSteps(figures);
        var lines = new ArrayList<String>();
        path.steps().forEach(step -> lines.add(steps.words(step.execution(), coin)));
        path.adverse().ifPresent(turn -> lines.add(adverse(turn, coin) + ", " + figures.moment(turn.place().at())));
        path.favourable().ifPresent(turn -> lines.add(favourable(turn, coin) + ", " + figures.moment(turn.place().at())));
        path.fundings().forEach(cost -> lines.add(funding(cost, coin)));
        var placed = path.fundings().stream().map(PnlPath.Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (trade.result().funding().compareTo(placed) != 0) {
            lines.add(timeless(trade.result().funding().subtract(placed), coin));
        }
        if (!path.line().isEmpty()) {
            lines.add(point(path.line().getLast(), coin));
        }
        return List.copyOf(lines);
    }
}
