package org.mirrorbook.ui.model.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Purse;

/**
 * What today came to so far: the net of the trades that were closed since midnight in the user's zone, and the open profit. Of the first
 * kind of money there is, real before demo before practice; of the others its tip tells.
 */
public final class TodayWords {

    private final Figures figures;

    public TodayWords(Figures figures) {
        this.figures = figures;
    }

    /** When today began. */
    public Instant midnight(Instant now) {
        return now.atZone(figures.zone()).toLocalDate().atStartOfDay(figures.zone()).toInstant();
    }

    /** Adds up the net of those that were closed since then. */
    public static SortedMap<Purse, BigDecimal> closed(Collection<Trade> trades, Instant since) {
        var sums = new TreeMap<Purse, BigDecimal>(Purse.order());
        Purse.sort(trades.stream().filter(trade -> trade.exit().filter(exit -> !exit.closedAt().isBefore(since)).isPresent()).toList(),
                trade -> trade).forEach((purse, some) -> sums.put(purse, some.stream().map(trade -> trade.result().net())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return sums;
    }

    /** @param closed as added up by {@link #closed} */
    public List<Cell> cells(SortedMap<Purse, BigDecimal> closed, LiveView view) {
        var purses = purses(closed, view);
        return purses.isEmpty() ? List.of() : cells(purses.firstKey(), closed, purses);
    }

    /** A line for each kind of money. */
    public String tip(SortedMap<Purse, BigDecimal> closed, LiveView view) {
        var purses = purses(closed, view);
        return String.join("\n", purses.keySet().stream()
                .map(purse -> String.join(" ", cells(purse, closed, purses).stream().map(Cell::words).toList())).toList());
    }

    /** The open profit of each kind of money that is in either. */
    private static SortedMap<Purse, BigDecimal> purses(SortedMap<Purse, BigDecimal> closed, LiveView view) {
        var open = new TreeMap<Purse, BigDecimal>(Purse.order());
        closed.keySet().forEach(purse -> open.put(purse, BigDecimal.ZERO));
        Purse.sort(view.positions(), LivePosition::trade).forEach((purse, positions) -> open.put(purse, positions.stream()
                .map(position -> position.trade().result().unrealised().orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add)));
        return open;
    }

    private List<Cell> cells(Purse purse, SortedMap<Purse, BigDecimal> closed, SortedMap<Purse, BigDecimal> open) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.label(Messages.Today_closed));
        cells.add(figures.profit(closed.getOrDefault(purse, BigDecimal.ZERO), purse.currency()).bold());
        cells.add(Cell.label(Messages.Today_open));
        cells.add(figures.profit(open.get(purse), purse.currency()).bold());
        cells.add(Cell.label(purse.currency()));
        Purse.tag(purse.environment()).ifPresent(cells::add);
        return cells;
    }
}
