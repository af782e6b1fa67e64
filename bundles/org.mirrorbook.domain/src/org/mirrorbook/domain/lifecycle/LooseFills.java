package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.Side;

/**
 * The fills that no execution has taken up, while one observation is folded. In order of time, then of id as a number, whatever order they
 * came in.
 */
final class LooseFills {

    private static final Comparator<FillSeen> BY_TIME = Comparator.<FillSeen, Instant>comparing(seen -> seen.fill().at())
            .thenComparing(seen -> seen.fill().fillId().length()).thenComparing(seen -> seen.fill().fillId());

    private List<FillSeen> fills;

    LooseFills(List<FillSeen> fills) {
        this.fills = fills;
    }

    /** The same fills, to try something with. */
    LooseFills copy() {
        return new LooseFills(fills);
    }

    /** What was tried is so. */
    void become(LooseFills tried) {
        fills = tried.fills;
    }

    List<FillSeen> all() {
        return fills;
    }

    /** What a trade could take up of the given time, both ends included, as changes of its size. */
    List<SizedFill> concerning(Trade trade, Instant from, Instant until) {
        if (fills.isEmpty()) {
            return List.of();
        }
        var slot = trade.slot();
        var taken = new HashSet<String>();
        trade.executions().forEach(step -> step.fillId().ifPresent(taken::add));
        var found = new ArrayList<SizedFill>();
        for (var seen : fills) {
            var fill = seen.fill();
            if (!fill.at().isBefore(from) && !fill.at().isAfter(until) && fill.instrument().equals(slot.instrument())
                    && fill.scope().equals(slot.scope()) && !taken.contains(fill.fillId())) {
                fill.changeOf(slot.side()).filter(change -> isPossible(fill, change))
                        .ifPresent(change -> found.add(new SizedFill(seen, change)));
            }
        }
        return found;
    }

    /** A fill that realised something closed something: as a whole it did not grow a position. */
    private static boolean isPossible(Fill fill, BigDecimal change) {
        return change.signum() < 0 || fill.pnl().signum() == 0;
    }

    /** Quantity of this fill that is loose. */
    BigDecimal quantityOf(Fill fill) {
        return fills.stream().map(FillSeen::fill).filter(loose -> isSame(loose, fill)).map(Fill::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Adds a fill; what is loose of the same fill becomes one with it. */
    void add(FillSeen seen) {
        var whole = seen;
        var next = new ArrayList<FillSeen>(fills.size() + 1);
        for (var loose : fills) {
            if (isSame(loose.fill(), seen.fill())) {
                whole = joined(loose, seen);
            } else {
                next.add(loose);
            }
        }
        next.add(whole);
        next.sort(BY_TIME);
        fills = next;
    }

    /** Executions took these up. A part leaves the rest of its fill loose, with no profit and what the part left of the fees. */
    void take(List<SizedFill> taken) {
        for (var part : taken) {
            var next = new ArrayList<FillSeen>(fills.size());
            for (var loose : fills) {
                if (!isSame(loose.fill(), part.fill())) {
                    next.add(loose);
                } else if (loose.fill().quantity().compareTo(part.fill().quantity()) > 0) {
                    next.add(new FillSeen(rest(loose.fill(), part.fill()), loose.receivedAt()));
                }
            }
            fills = next;
        }
    }

    /**
     * Executions of a trade turned out not to be its own; those that were fills are loose again. In one-way mode they do not say what
     * they did, so that a part may become whole again.
     */
    void giveBack(Trade trade, List<Execution> steps, boolean oneWay, Instant receivedAt) {
        for (var step : steps) {
            if (step.fillId().isPresent()) {
                add(new FillSeen(asFill(trade, step, oneWay), receivedAt));
            }
        }
    }

    /** Forgets what came too long ago to explain anything. */
    void dropReceivedBefore(Instant limit) {
        if (fills.stream().anyMatch(seen -> seen.receivedAt().isBefore(limit))) {
            fills = fills.stream().filter(seen -> !seen.receivedAt().isBefore(limit)).toList();
        }
    }

    private static Fill asFill(Trade trade, Execution step, boolean oneWay) {
        var slot = trade.slot();
        var grows = step.kind().grows();
        var buys = grows == (slot.side() == Side.LONG);
        var effect = oneWay ? Optional.<Fill.Effect>empty() : Optional.of(grows ? Fill.Effect.OPEN : Fill.Effect.CLOSE);
        return new Fill(slot.scope(), slot.instrument(), step.fillId().orElseThrow(), step.orderId().orElse(""), buys, effect,
                step.quantity(), step.price().orElse(BigDecimal.ZERO), step.pnl().orElse(BigDecimal.ZERO), step.fees(), step.at());
    }

    private static Fill rest(Fill whole, Fill part) {
        return whole.part(whole.quantity().subtract(part.quantity()), whole.pnl().subtract(part.pnl()), minus(whole.fees(), part.fees()));
    }

    /** What is left of the fees of a whole when those of a part are taken off, coin by coin and exact. */
    static List<Money> minus(List<Money> whole, List<Money> part) {
        return whole.stream().map(fee -> new Money(fee.amount().subtract(part.stream().filter(p -> p.currency().equals(fee.currency()))
                .map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add)), fee.currency())).toList();
    }

    private static FillSeen joined(FillSeen loose, FillSeen other) {
        var one = loose.fill();
        var two = other.fill();
        var negated = two.fees().stream().map(fee -> new Money(fee.amount().negate(), fee.currency())).toList();
        var effect = one.effect().equals(two.effect()) ? one.effect() : Optional.<Fill.Effect>empty();
        var order = one.orderId().isEmpty() ? two.orderId() : one.orderId();
        var whole = new Fill(one.scope(), one.instrument(), one.fillId(), order, one.buys(), effect,
                Exact.of(one.quantity().add(two.quantity())), one.price(), one.pnl().add(two.pnl()), minus(one.fees(), negated), one.at());
        return new FillSeen(whole, loose.receivedAt());
    }

    private static boolean isSame(Fill one, Fill two) {
        return one.fillId().equals(two.fillId()) && one.instrument().equals(two.instrument()) && one.scope().equals(two.scope());
    }
}
