package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.statistics.Purse;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.journal.TradeStatistics.RSum;

/**
 * What the trades of a filter come to in one environment and currency: money of different kinds is never added. Costs are negative.
 *
 * @param open how many are open
 * @param openNet what the open ones come to now, costs included
 * @param closed wins, losses and break-evens, and the net profit of the closed ones
 * @param won sum of the net profits above zero of closed trades
 * @param lost sum of those below zero; negative
 * @param fees of open and closed ones
 * @param funding of open and closed ones
 * @param r multiples of closed trades that rest on a stop that was planned or lay at the venue
 * @param estimatedR multiples of closed trades that rest on the account's unit of risk alone
 */
public record FilterTotals(Environment environment, String currency, long open, BigDecimal openNet, Totals closed, BigDecimal won,
        BigDecimal lost, BigDecimal fees, BigDecimal funding, RSum r, RSum estimatedR) {

    private static final RSum NONE = new RSum(BigDecimal.ZERO, 0);

    public FilterTotals {
        requireNonNull(environment);
        requireNonNull(currency);
        requireNonNull(openNet);
        requireNonNull(closed);
        requireNonNull(won);
        requireNonNull(lost);
        requireNonNull(fees);
        requireNonNull(funding);
        requireNonNull(r);
        requireNonNull(estimatedR);
    }

    /** All trades, open and closed. */
    public long count() {
        return open + closed.closed();
    }

    /** What these come to together; withdrawn ones do not count. */
    public static List<FilterTotals> of(Iterable<Trade> trades) {
        var totals = new TreeMap<Purse, FilterTotals>();
        for (var trade : trades) {
            if (trade.standing() != Standing.WITHDRAWN) {
                totals.merge(Purse.of(trade), of(trade), FilterTotals::plus);
            }
        }
        return List.copyOf(totals.values());
    }

    private static FilterTotals of(Trade trade) {
        var result = trade.result();
        var closed = Totals.none().with(trade);
        var reading = RiskReading.of(trade);
        var multiple = trade.isOpen() ? NONE : reading.rMultiple().map(value -> new RSum(value, 1)).orElse(NONE);
        return new FilterTotals(trade.slot().scope().environment(), trade.slot().marginCoin(), trade.isOpen() ? 1 : 0,
                trade.isOpen() ? result.net() : BigDecimal.ZERO, closed, closed.net().max(BigDecimal.ZERO),
                closed.net().min(BigDecimal.ZERO),
                result.fees(), result.funding(), reading.isEstimated() ? NONE : multiple, reading.isEstimated() ? multiple : NONE);
    }

    /** Both together; of one environment and currency. */
    public FilterTotals plus(FilterTotals other) {
        var sum = new Totals(closed.wins() + other.closed.wins(), closed.losses() + other.closed.losses(),
                closed.breakEvens() + other.closed.breakEvens(), closed.net().add(other.closed.net()));
        return new FilterTotals(environment, currency, open + other.open, openNet.add(other.openNet), sum, won.add(other.won),
                lost.add(other.lost), fees.add(other.fees), funding.add(other.funding), plus(r, other.r),
                plus(estimatedR, other.estimatedR));
    }

    private static RSum plus(RSum one, RSum other) {
        return new RSum(one.sum().add(other.sum()), one.count() + other.count());
    }
}
