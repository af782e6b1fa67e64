package org.mirrorbook.domain.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;

/**
 * Sums over the closed trades of one purse. Open and withdrawn trades do not count. A trade can be taken out as it was and put in as it is,
 * so that totals are kept up to date in constant time.
 *
 * @param wins closed with a net profit above zero
 * @param losses below zero
 * @param breakEvens neither
 * @param net sum of the net profits, costs included, in the currency of the purse
 */
public record Totals(long wins, long losses, long breakEvens, BigDecimal net) {

    private static final int RATE_SCALE = 6;

    public Totals {
        net = Exact.of(net);
        if (wins < 0 || losses < 0 || breakEvens < 0) {
            throw new IllegalArgumentException("a trade was taken out that had not been put in");
        }
    }

    /** No trade yet. */
    public static Totals none() {
        return new Totals(0, 0, 0, BigDecimal.ZERO);
    }

    /** The totals of each purse that closed trades among these belong to, real money first. */
    public static SortedMap<Purse, Totals> byPurse(Iterable<Trade> trades) {
        var totals = new TreeMap<Purse, Totals>();
        for (var trade : trades) {
            if (!trade.isOpen() && trade.standing() != Standing.WITHDRAWN) {
                totals.merge(Purse.of(trade), none().with(trade), Totals::plus);
            }
        }
        return totals;
    }

    /** With one more trade; an open one changes nothing. */
    public Totals with(Trade trade) {
        return plus(of(trade));
    }

    /** Without a trade that was put in, in the same form; an open one changes nothing. */
    public Totals without(Trade trade) {
        var one = of(trade);
        return new Totals(wins - one.wins, losses - one.losses, breakEvens - one.breakEvens, net.subtract(one.net));
    }

    private Totals plus(Totals other) {
        return new Totals(wins + other.wins, losses + other.losses, breakEvens + other.breakEvens, net.add(other.net));
    }

    private static Totals of(Trade trade) {
        if (trade.standing() == Standing.WITHDRAWN) {
            return none();
        }
        var net = trade.result().net();
        return switch (trade.status()) {
            case OPEN -> none();
            case WIN -> new Totals(1, 0, 0, net);
            case LOSS -> new Totals(0, 1, 0, net);
            case BE -> new Totals(0, 0, 1, net);
        };
    }

    /** All closed trades. */
    public long closed() {
        return wins + losses + breakEvens;
    }

    /** Wins as a fraction of all closed trades; absent while there are none. */
    public Optional<BigDecimal> winRate() {
        return rate(closed());
    }

    /** Wins as a fraction of wins and losses; absent while there are none. */
    public Optional<BigDecimal> winRateWithoutBreakEvens() {
        return rate(wins + losses);
    }

    private Optional<BigDecimal> rate(long of) {
        return of == 0 ? Optional.empty()
                : Optional.of(Exact.of(BigDecimal.valueOf(wins).divide(BigDecimal.valueOf(of), RATE_SCALE, RoundingMode.HALF_EVEN)));
    }
}
