package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

import org.mirrorbook.domain.position.Environment;
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
}
