package org.mirrorbook.exchange.practice.trader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.PlanKind;
import org.mirrorbook.exchange.practice.books.PlanOrder;
import org.mirrorbook.exchange.practice.books.Position;

/**
 * A stop or target that the trader sets or moves. He does neither where the price is beyond it already, as a venue would not let him.
 *
 * @param trigger in whole ticks
 */
public record Guard(Position position, boolean profit, boolean moves, BigDecimal trigger) {

    /** What a step means for a position as it stands. */
    static Guard of(Step step, Position position) {
        boolean profit = step.kind() == Step.Kind.TARGET;
        boolean above = profit == (position.side() == HoldSide.LONG);
        BigDecimal distance = position.openPriceAvg().multiply(step.size());
        BigDecimal exact = above ? position.openPriceAvg().add(distance) : position.openPriceAvg().subtract(distance);
        BigDecimal tick = position.contract().tick();
        return new Guard(position, profit, step.kind() == Step.Kind.MOVE_STOP,
                exact.divide(tick, 0, RoundingMode.HALF_UP).multiply(tick));
    }

    /** Does it at the mark of now, in ms since 1970; nothing when the mark is beyond it, or there is nothing to move. */
    public List<BookEvent> in(AccountBook book, BigDecimal mark, long now) {
        boolean above = profit == (position.side() == HoldSide.LONG);
        if (above ? mark.compareTo(trigger) >= 0 : mark.compareTo(trigger) <= 0) {
            return List.of();
        }
        PlanKind kind = PlanKind.of(profit, true);
        if (!moves) {
            return book.plan(position, kind, trigger, BigDecimal.ZERO, "", now);
        }
        Optional<PlanOrder> waiting = book.plans().live().stream().filter(plan -> plan.kind() == kind
                && plan.contract().equals(position.contract()) && plan.side() == position.side()).findFirst();
        return waiting.map(plan -> book.movePlan(plan, trigger, BigDecimal.ZERO, now)).orElse(List.of());
    }
}
