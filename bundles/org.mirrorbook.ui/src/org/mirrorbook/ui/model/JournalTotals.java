package org.mirrorbook.ui.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.journal.FilterTotals;
import org.mirrorbook.journal.TradeStatistics.RSum;

/**
 * The totals under the Journal: a line for each kind of money and currency, real money and what is traded most first, and demo and practice
 * never added to it. Net is of the closed trades; what the open ones would add stands beside it. The win rate leaves break-even trades out,
 * and says what it is with them; the average R leaves estimated ones out, and says how many.
 */
public final class JournalTotals {

    /** What is said together, between two lines. @param drop where the room is too narrow, 1 goes first; 0 for what stays */
    public record Part(List<Cell> cells, int drop) {
        public Part {
            cells = List.copyOf(cells);
        }

        public String words() {
            return String.join(" ", cells.stream().map(Cell::words).toList());
        }
    }

    private final Figures figures;

    public JournalTotals(Figures figures) {
        this.figures = figures;
    }

    /**
     * @param totals of what is shown
     * @param all how many trades there are without a filter
     * @return a list of lines
     */
    public List<List<Part>> of(List<FilterTotals> totals, long all) {
        var lines = new ArrayList<List<Part>>();
        long shown = totals.stream().mapToLong(FilterTotals::count).sum();
        var sorted = totals.stream().sorted(Comparator.comparing(FilterTotals::environment)
                .thenComparing(purse -> !Figures.hasCents(purse.currency()))
                .thenComparing(FilterTotals::count, Comparator.reverseOrder()).thenComparing(FilterTotals::currency)).toList();
        for (var purse : sorted) {
            lines.add(line(purse, sorted.size() == 1 ? count(shown, all) : count(purse.count(), purse.count())));
        }
        if (sorted.size() > 1 && shown < all) {
            lines.getFirst().addFirst(new Part(List.of(count(shown, all)), 0));
        }
        return lines;
    }

    private Cell count(long shown, long all) {
        return Cell.of(shown < all ? NLS.bind(Messages.JournalTotals_of, figures.count(shown), figures.count(all))
                : NLS.bind(shown == 1 ? Messages.JournalTotals_one : Messages.JournalTotals_many, figures.count(shown))).bold();
    }

    private List<Part> line(FilterTotals purse, Cell count) {
        var coin = purse.currency();
        var closed = purse.closed();
        var parts = new ArrayList<Part>();
        parts.add(part(0, Purse.tag(purse.environment()).map(tag -> List.of(count, tag)).orElse(List.of(count))));
        if (closed.closed() > 0) {
            parts.add(part(0, List.of(Cell.label(Messages.JournalTotals_net), net(closed.net(), coin, true)
                    .tip(NLS.bind(Messages.JournalTotals_net_tip, figures.count(closed.closed()))))));
        }
        if (purse.open() > 0) {
            parts.add(part(1, List.of(Cell.label(NLS.bind(Messages.JournalTotals_open, figures.count(purse.open()))),
                    net(purse.openNet(), coin, closed.closed() == 0))));
        }
        parts.add(part(3, List.of(Cell.label(Messages.JournalTotals_fees), money(purse.fees(), coin))));
        parts.add(part(2, List.of(Cell.label(Messages.JournalTotals_funding), money(purse.funding(), coin))));
        if (closed.closed() > 0) {
            parts.add(winRate(purse));
            parts.add(part(5, List.of(Cell.label(Messages.JournalTotals_profitFactor), Cell.of(profitFactor(purse)).bold())));
        }
        if (purse.r().count() + purse.estimatedR().count() > 0) {
            parts.add(part(4, averageR(purse)));
        }
        return parts;
    }

    private static Part part(int drop, List<Cell> cells) {
        return new Part(cells, drop);
    }

    private Cell net(BigDecimal amount, String coin, boolean named) {
        var net = figures.profit(amount, coin).bold();
        return named ? new Cell(net.text() + " " + coin, net.tone(), net.shape(), true, net.chip(), net.tag(), net.tip()) : net;
    }

    private Cell money(BigDecimal amount, String coin) {
        return Cell.of(figures.money(amount, coin)).bold().tip(figures.size(amount) + " " + coin);
    }

    private Part winRate(FilterTotals purse) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.label(Messages.JournalTotals_winRate));
        cells.add(Cell.of(figures.orAbsent(purse.closed().winRateWithoutBreakEvens(), figures::percent)).bold()
                .tip(NLS.bind(Messages.JournalTotals_winRate_tip, new Object[] {figures.count(purse.closed().wins()),
                        figures.count(purse.closed().losses()), figures.count(purse.closed().breakEvens())})));
        if (purse.closed().breakEvens() > 0) {
            cells.add(Cell.label(NLS.bind(Messages.JournalTotals_withBe, figures.orAbsent(purse.closed().winRate(), figures::percent))));
        }
        return part(6, cells);
    }

    /** What was won for each unit that was lost; without a loss there is no such number. */
    private String profitFactor(FilterTotals purse) {
        return purse.lost().signum() == 0 ? Figures.ABSENT
                : figures.factor(purse.won().divide(purse.lost().negate(), 4, RoundingMode.HALF_UP));
    }

    private List<Cell> averageR(FilterTotals purse) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.label(Messages.JournalTotals_averageR));
        cells.add(Cell.of(figures.orAbsent(average(purse.r()), figures::multiple)).bold());
        long estimated = purse.estimatedR().count();
        if (estimated > 0) {
            var both = new RSum(purse.r().sum().add(purse.estimatedR().sum()), purse.r().count() + estimated);
            cells.add(Cell.label(NLS.bind(Messages.JournalTotals_estimated, figures.count(estimated)))
                    .tip(NLS.bind(Messages.JournalTotals_estimated_tip, figures.orAbsent(average(both), figures::multiple))));
        }
        return cells;
    }

    private static Optional<BigDecimal> average(RSum sum) {
        return sum.count() == 0 ? Optional.empty()
                : Optional.of(sum.sum().divide(BigDecimal.valueOf(sum.count()), 4, RoundingMode.HALF_UP));
    }
}
