package org.mirrorbook.ui.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;

/**
 * The totals under the Journal: a group a currency, real money first, and demo and practice never added to it. Net is of the closed trades;
 * what the open ones would add stands beside it. The win rate leaves break-even trades out, and says what it is with them.
 */
public final class JournalTotals {

    private final Figures figures;

    public JournalTotals(Figures figures) {
        this.figures = figures;
    }

    public List<List<Cell>> of(Collection<Trade> trades) {
        var groups = new ArrayList<List<Cell>>();
        Purse.sort(trades, Function.identity()).forEach((purse, members) -> groups.add(group(purse, members)));
        return groups;
    }

    private List<Cell> group(Purse purse, List<Trade> trades) {
        var coin = purse.currency();
        var open = trades.stream().filter(Trade::isOpen).toList();
        var closed = trades.stream().filter(trade -> !trade.isOpen()).toList();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(NLS.bind(trades.size() == 1 ? Messages.JournalTotals_one : Messages.JournalTotals_many, trades.size())).bold());
        Purse.tag(purse.environment()).ifPresent(cells::add);
        if (!closed.isEmpty()) {
            cells.add(Cell.label(NLS.bind(Messages.JournalTotals_net, closed.size())));
            cells.add(net(closed, coin));
        }
        if (!open.isEmpty()) {
            cells.add(Cell.label(NLS.bind(closed.isEmpty() ? Messages.JournalTotals_onlyOpen : Messages.JournalTotals_open, open.size())));
            cells.add(net(open, coin));
        }
        cells.add(Cell.label(Messages.JournalTotals_fees));
        cells.add(Cell.of(figures.money(sum(trades, trade -> trade.result().fees()), coin)).bold());
        cells.add(Cell.label(Messages.JournalTotals_funding));
        cells.add(Cell.of(figures.money(sum(trades, trade -> trade.result().funding()), coin)).bold());
        if (!closed.isEmpty()) {
            winRate(closed, cells);
        }
        return cells;
    }

    private Cell net(List<Trade> trades, String coin) {
        var net = figures.profit(sum(trades, trade -> trade.result().net()), coin);
        return new Cell(net.text() + " " + coin, net.tone(), net.shape(), true, net.chip(), net.tag(), net.tip());
    }

    private void winRate(List<Trade> closed, List<Cell> cells) {
        long wins = closed.stream().filter(trade -> trade.status() == TradeStatus.WIN).count();
        long even = closed.stream().filter(trade -> trade.status() == TradeStatus.BE).count();
        cells.add(Cell.label(Messages.JournalTotals_winRate));
        cells.add(Cell.of(share(wins, closed.size() - even)).bold());
        if (even > 0) {
            cells.add(Cell.label(NLS.bind(Messages.JournalTotals_withBe, share(wins, closed.size()))));
        }
    }

    private String share(long part, long whole) {
        return whole == 0 ? Figures.ABSENT
                : figures.percent(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP));
    }

    private static BigDecimal sum(List<Trade> trades, Function<Trade, BigDecimal> amount) {
        return trades.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
