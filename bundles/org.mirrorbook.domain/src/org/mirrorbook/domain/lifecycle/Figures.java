package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.PositionRow;

/** What rows and steps say about the figures of an open trade (docs/lifecycle.md, rule 7). */
final class Figures {

    /** Digits after the point where a quotient does not end by itself. */
    private static final int SCALE = 18;

    private Figures() {
    }

    /** The quotient, half-even at 18 digits where it does not end before. */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return Exact.of(dividend.divide(divisor, SCALE, RoundingMode.HALF_EVEN));
    }

    /** Average price, weighted by quantity, where each step has one. */
    static Optional<BigDecimal> average(List<Execution> steps) {
        var quantity = BigDecimal.ZERO;
        var value = BigDecimal.ZERO;
        for (var step : steps) {
            if (step.price().isEmpty()) {
                return Optional.empty();
            }
            quantity = quantity.add(step.quantity());
            value = value.add(step.quantity().multiply(step.price().get()));
        }
        return quantity.signum() == 0 ? Optional.empty() : Optional.of(quotient(value, quantity));
    }

    /** Terms as of the row; what the row does not say stays. */
    static Terms terms(Terms known, PositionRow row) {
        return new Terms(known.plannedEntry(), row.entryPrice(), row.size(), row.figures().leverage().or(known::leverage),
                row.figures().margin().or(known::margin));
    }

    /** Result as of the row; what the row does not say follows from the steps, funding stays. */
    static Result result(Trade trade, PositionRow row) {
        var steps = new Steps(trade.executions());
        var coin = trade.slot().marginCoin();
        var figures = row.figures();
        return new Result(figures.realised().orElseGet(steps::knownProfit), figures.unrealised(),
                figures.fees().orElseGet(() -> steps.feesIn(coin)), figures.funding().orElse(trade.result().funding()), Optional.empty(),
                Optional.empty(), Optional.empty(), steps.feesNotIn(coin));
    }

    /** The one step that would turn the earlier row into the later one. */
    static Execution inferredBetween(PositionRow earlier, PositionRow later) {
        var change = later.size().subtract(earlier.size());
        var realised = realisedBetween(earlier, later);
        var price = change.signum() > 0 ? priceOfGrowth(earlier, later, realised) : priceOfReduction(earlier, later, realised);
        return Steps.inferred(change, price, change.signum() > 0 ? Optional.empty() : realised, later.updatedAt());
    }

    private static Optional<BigDecimal> realisedBetween(PositionRow earlier, PositionRow later) {
        return earlier.figures().realised().flatMap(old -> later.figures().realised().map(now -> now.subtract(old)));
    }

    /** Only where nothing was realised in the same step and the average is linear in the prices. */
    private static Optional<BigDecimal> priceOfGrowth(PositionRow earlier, PositionRow later, Optional<BigDecimal> realised) {
        if (later.slot().scope().product().inverse() || realised.isPresent() && realised.get().signum() != 0) {
            return Optional.empty();
        }
        var value = later.entryPrice().multiply(later.size()).subtract(earlier.entryPrice().multiply(earlier.size()));
        return positive(quotient(value, later.size().subtract(earlier.size())));
    }

    /** Only where the average stayed, so that nothing was added in the same step. */
    private static Optional<BigDecimal> priceOfReduction(PositionRow earlier, PositionRow later, Optional<BigDecimal> realised) {
        if (later.slot().scope().product().inverse() || !later.entryPrice().equals(earlier.entryPrice())) {
            return Optional.empty();
        }
        var quantity = earlier.size().subtract(later.size());
        return realised.flatMap(profit -> positive(
                earlier.entryPrice().add(later.slot().side().sign().multiply(quotient(profit, quantity)))));
    }

    private static Optional<BigDecimal> positive(BigDecimal price) {
        return price.signum() > 0 ? Optional.of(Exact.of(price)) : Optional.empty();
    }

    /**
     * Whether the later row has lost what the earlier one had: paid fees that shrink, or a realised profit that is nothing again or comes
     * nearer to nothing without a reduction. Totals of one life do not fall back, so these may be those of the next one (docs/lifecycle.md,
     * rule 2).
     */
    static boolean fellBack(PositionRow earlier, PositionRow later) {
        return feesFellBack(earlier, later) || realisedFellBack(earlier, later);
    }

    private static boolean feesFellBack(PositionRow earlier, PositionRow later) {
        var old = earlier.figures().fees().orElse(BigDecimal.ZERO);
        return later.figures().fees().filter(now -> old.signum() < 0 && now.compareTo(old) > 0).isPresent();
    }

    private static boolean realisedFellBack(PositionRow earlier, PositionRow later) {
        var old = earlier.figures().realised().orElse(BigDecimal.ZERO);
        var reduced = later.size().compareTo(earlier.size()) < 0;
        return later.figures().realised().filter(now -> now.abs().compareTo(old.abs()) < 0 && (now.signum() == 0 || !reduced)).isPresent();
    }
}
