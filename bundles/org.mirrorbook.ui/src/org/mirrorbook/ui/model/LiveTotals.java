package org.mirrorbook.ui.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;

/** The totals under Live Positions: one a currency, and demo and practice money never added to real money. */
public final class LiveTotals {

    private final Figures figures;

    public LiveTotals(Figures figures) {
        this.figures = figures;
    }

    /** One group of cells a currency and environment, real money first. */
    public List<List<Cell>> of(LiveView view) {
        var groups = new ArrayList<List<Cell>>();
        Purse.sort(view.positions(), LivePosition::trade).forEach((purse, positions) -> groups.add(group(purse, positions)));
        return groups;
    }

    private List<Cell> group(Purse purse, List<LivePosition> positions) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(NLS.bind(positions.size() == 1 ? Messages.LiveTotals_one : Messages.LiveTotals_many, purse.currency(),
                positions.size())).bold());
        Purse.tag(purse.environment()).ifPresent(cells::add);
        cells.add(Cell.label(Messages.LiveTotals_unrealised));
        cells.add(figures.profit(sum(positions, p -> p.trade().result().unrealised().orElse(BigDecimal.ZERO)), purse.currency()).bold());
        cells.add(Cell.label(Messages.LiveTotals_realised));
        cells.add(figures.profit(sum(positions, p -> p.trade().result().realised()), purse.currency()).with(Shape.NONE).bold());
        cells.add(Cell.label(Messages.LiveTotals_margin));
        cells.add(Cell.of(figures.margin(sum(positions, p -> p.trade().terms().margin().orElse(BigDecimal.ZERO)), purse.currency()))
                .bold());
        long stale = positions.stream().filter(position -> position.link() != LinkState.LIVE).count();
        if (stale > 0) {
            cells.add(Cell.label(NLS.bind(Messages.LiveTotals_stale, stale)));
        }
        long unknown = positions.stream().filter(position -> position.trade().result().unrealised().isEmpty()).count();
        if (unknown > 0) {
            cells.add(Cell.label(NLS.bind(Messages.LiveTotals_unknown, unknown)));
        }
        return cells;
    }

    private static BigDecimal sum(List<LivePosition> positions, Function<LivePosition, BigDecimal> amount) {
        return positions.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
