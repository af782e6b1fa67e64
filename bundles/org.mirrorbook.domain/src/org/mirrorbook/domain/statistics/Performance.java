package org.mirrorbook.domain.statistics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;

/**
 * How the closed trades of one purse went: {@link Totals} with what they earned for what they risked. Open and withdrawn trades do not
 * count. Kept up to date in constant time, as totals are; immutable.
 *
 * @param totals wins, losses, break-evens and the net
 * @param said those whose amount at risk rests on a planned or a live stop
 * @param estimated those for which it rests on 1R alone
 */
public record Performance(Totals totals, Multiples said, Multiples estimated) {

    private static final int AVERAGE_DIGITS = 4;

    /**
     * A sum of R multiples.
     *
     * @param count of the trades in it
     */
    public record Multiples(long count, BigDecimal sum) {

        public Multiples {
            sum = Exact.of(sum);
            if (count < 0) {
                throw new IllegalArgumentException("a trade was taken out that had not been put in");
            }
        }

        static Multiples none() {
            return new Multiples(0, BigDecimal.ZERO);
        }

        private Multiples plus(Multiples other) {
            return new Multiples(count + other.count, sum.add(other.sum));
        }

        private Multiples minus(Multiples other) {
            return new Multiples(count - other.count, sum.subtract(other.sum));
        }

        private Optional<BigDecimal> average() {
            return count == 0 ? Optional.empty()
                    : Optional.of(Exact.of(sum.divide(BigDecimal.valueOf(count), AVERAGE_DIGITS, RoundingMode.HALF_EVEN)));
        }
    }

    public Performance {
        requireNonNull(totals);
        requireNonNull(said);
        requireNonNull(estimated);
    }

    /** No trade yet. */
    public static Performance none() {
        return new Performance(Totals.none(), Multiples.none(), Multiples.none());
    }

    /** That of each purse that closed trades among these belong to, real money first. */
    public static SortedMap<Purse, Performance> byPurse(Iterable<Trade> trades) {
        var purses = new TreeMap<Purse, Performance>();
        for (var trade : trades) {
            if (counts(trade)) {
                purses.put(Purse.of(trade), purses.getOrDefault(Purse.of(trade), none()).with(trade));
            }
        }
        return purses;
    }

    /** With one more trade; an open or a withdrawn one changes nothing. */
    public Performance with(Trade trade) {
        var one = of(trade);
        return counts(trade) ? new Performance(totals.with(trade), said.plus(one.said), estimated.plus(one.estimated)) : this;
    }

    /** Without a trade that was put in, in the same form; an open or a withdrawn one changes nothing. */
    public Performance without(Trade trade) {
        var one = of(trade);
        return counts(trade) ? new Performance(totals.without(trade), said.minus(one.said), estimated.minus(one.estimated)) : this;
    }

    private static boolean counts(Trade trade) {
        return !trade.isOpen() && trade.standing() != Standing.WITHDRAWN;
    }

    private static Performance of(Trade trade) {
        var reading = RiskReading.of(trade);
        var multiples = reading.rMultiple().map(multiple -> new Multiples(1, multiple)).orElseGet(Multiples::none);
        return reading.isEstimated() ? new Performance(Totals.none(), Multiples.none(), multiples)
                : new Performance(Totals.none(), multiples, Multiples.none());
    }

    /** Wins as a fraction of all closed trades; absent while there are none. */
    public Optional<BigDecimal> winRate() {
        return totals.winRate();
    }

    /** Wins as a fraction of wins and losses; absent while there are none. */
    public Optional<BigDecimal> winRateWithoutBreakEvens() {
        return totals.winRateWithoutBreakEvens();
    }

    /** Average R multiple of the trades that have one; four digits, half-even. */
    public Optional<BigDecimal> averageR() {
        return said.plus(estimated).average();
    }

    /** The same without those whose stop is estimated. */
    public Optional<BigDecimal> averageRWithoutEstimates() {
        return said.average();
    }
}
