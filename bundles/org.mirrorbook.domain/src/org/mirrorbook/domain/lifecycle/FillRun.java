package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;

/**
 * Consecutive fills that together make one change of a position.
 *
 * <p>Found in one pass over the fills: the sums of all beginnings are remembered, and a run is two of them that differ by the change.
 */
record FillRun(List<SizedFill> fills) {

    FillRun {
        fills = List.copyOf(fills);
    }

    BigDecimal change() {
        return fills.stream().map(SizedFill::change).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Execution> steps() {
        return fills.stream().map(Steps::of).toList();
    }

    /** The first consecutive fills that sum to the change of a position of that size and do not empty it before their end. */
    static Optional<FillRun> summingTo(BigDecimal change, BigDecimal openBefore, List<SizedFill> fills) {
        var beginnings = new HashMap<BigDecimal, Integer>();
        var sum = BigDecimal.ZERO;
        beginnings.put(sum, 0);
        for (int end = 1; end <= fills.size(); end++) {
            sum = Exact.of(sum.add(fills.get(end - 1).change()));
            var begin = beginnings.get(Exact.of(sum.subtract(change)));
            if (begin != null) {
                var run = new FillRun(fills.subList(begin, end));
                if (run.leavesOpenUntilItsEnd(openBefore)) {
                    return Optional.of(run);
                }
            }
            beginnings.put(sum, end);
        }
        return Optional.empty();
    }

    private boolean leavesOpenUntilItsEnd(BigDecimal openBefore) {
        var open = openBefore;
        for (var fill : fills.subList(0, fills.size() - 1)) {
            open = open.add(fill.change());
            if (open.signum() <= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The fills of a flip in one-way mode: consecutive ones that close {@code size} and open {@code opposite} on the other side, one of
     * them doing both. The result ends with the part of that fill that closes.
     *
     * @param fills as changes of the closing side
     */
    static Optional<FillRun> flipping(BigDecimal size, BigDecimal opposite, List<SizedFill> fills) {
        var oneWay = fills.stream().filter(fill -> fill.fill().effect().isEmpty()).toList();
        return summingTo(Exact.of(size.add(opposite).negate()), size.add(opposite), oneWay).flatMap(run -> run.cutAtZero(size));
    }

    /**
     * These fills, as those of a whole life, up to where they leave nothing. A fill is cut only if its profit shows that it closed
     * something.
     */
    Optional<FillRun> wholeLife() {
        return cutAtZero(BigDecimal.ZERO).filter(life -> fills.contains(life.fills.getLast())
                || life.fills.getLast().fill().pnl().signum() != 0);
    }

    /** The fills up to the one that leaves nothing, or goes through zero and is cut there; nothing when none does. */
    private Optional<FillRun> cutAtZero(BigDecimal size) {
        var open = size;
        var closing = new ArrayList<SizedFill>();
        for (var fill : fills) {
            var left = open.add(fill.change());
            if (left.signum() < 0 && open.signum() > 0 && fill.fill().effect().isEmpty()) {
                closing.add(closingPart(fill, open));
                return Optional.of(new FillRun(closing));
            }
            if (left.signum() < 0) {
                return Optional.empty();
            }
            closing.add(fill);
            if (left.signum() == 0) {
                return Optional.of(new FillRun(closing));
            }
            open = left;
        }
        return Optional.empty();
    }

    /** The part of a fill that closes: it bears the whole profit, and the fees by its share of the quantity. */
    private static SizedFill closingPart(SizedFill whole, BigDecimal quantity) {
        var fill = whole.fill();
        var fees = fill.fees().stream()
                .map(fee -> new Money(Figures.quotient(fee.amount().multiply(quantity), fill.quantity()), fee.currency())).toList();
        return new SizedFill(new FillSeen(fill.part(quantity, fill.pnl(), fees), whole.seen().receivedAt()), quantity.negate());
    }
}
