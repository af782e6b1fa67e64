package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.closes;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.opens;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.CloseExplained;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Fill;

/** Fills name their orders, orders say why; the trade has the reason of the order that filled its last execution. */
@DisplayName("Rule 10: reasons")
class Rule10ReasonsTest {

    /** A long of 2 whose fills are known up to the close. */
    private static Story open() {
        return Story.flat().fill(opens(BTC_LONG, "1", "2", "100", 10)).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
    }

    private static Fill closing() {
        return closes(BTC_LONG, "2", "2", "110", "20", 20);
    }

    private static Fill liquidating() {
        var fill = closing();
        return new Fill(fill.scope(), fill.instrument(), fill.fillId(), fill.orderId(), fill.buys(), fill.effect(), fill.quantity(),
                fill.price(), fill.pnl(), fill.fees(), fill.at(), Optional.of(CloseReason.LIQUIDATION));
    }

    private static Optional<CloseReason> reasonOf(Trade trade) {
        return trade.exit().flatMap(Exit::reason);
    }

    @Test
    @DisplayName("an execution made of a fill names its order, an inferred one none")
    void orderIds() {
        var story = open().snapshot(15, row(BTC_LONG, life("7", 10), "3", "100", 15));

        assertThat(story.open(BTC_LONG).executions()).extracting(Execution::orderId).containsExactly(Optional.of("o1"), Optional.empty());
    }

    @Test
    @DisplayName("an order that tells after the record explains the close, once, and no figure changes")
    void afterTheRecord() {
        var story = open().fill(closing()).snapshot(20)
                .record(record(BTC_LONG, life("7", 10), 20, "2", "100", "110", "20", "-0.1", "-0.1", "0"));
        var before = story.confirmed().getFirst();
        assertThat(reasonOf(before)).isEmpty();

        story.order("o2", CloseReason.TAKE_PROFIT, 19.9);

        assertThat(story.changes()).containsExactly(new CloseExplained(before.id(), at(19.9), CloseReason.TAKE_PROFIT));
        var after = story.confirmed().getFirst();
        assertThat(reasonOf(after)).contains(CloseReason.TAKE_PROFIT);
        assertThat(after.result()).isEqualTo(before.result());
        assertThat(after.terms()).isEqualTo(before.terms());
        assertThat(after.status()).isEqualTo(before.status());

        story.order("o2", CloseReason.TAKE_PROFIT, 19.9);
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("fill, order, close and record may come in any order")
    void anyOrder() {
        var record = record(BTC_LONG, life("7", 10), 20, "2", "100", "110", "20", "-0.1", "-0.1", "0");
        List<UnaryOperator<Story>> events = List.of(story -> story.fill(closing()), story -> story.order("o2", CloseReason.STOP, 19.9),
                story -> story.snapshot(20), story -> story.record(record));
        for (var order : ordersOf(events)) {
            var story = open();
            var told = 0;
            for (var event : order) {
                event.apply(story);
                told += (int) story.changes().stream().filter(CloseExplained.class::isInstance).count();
            }
            assertThat(story.confirmed()).singleElement().satisfies(trade -> assertThat(reasonOf(trade)).contains(CloseReason.STOP));
            assertThat(told).isEqualTo(1);
        }
    }

    private static <T> List<List<T>> ordersOf(List<T> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<T>>();
        for (var first : events) {
            ordersOf(events.stream().filter(event -> event != first).toList()).forEach(rest -> {
                var order = new ArrayList<T>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            });
        }
        return orders;
    }

    @Test
    @DisplayName("what a fill says of a liquidation wins over an order that says by hand, whichever comes first")
    void forcedWins() {
        var one = open().fill(liquidating()).snapshot(20).order("o2", CloseReason.MANUAL, 21);
        assertThat(reasonOf(one.awaiting())).contains(CloseReason.LIQUIDATION);

        var two = open().order("o2", CloseReason.MANUAL, 19).fill(liquidating()).snapshot(20);
        assertThat(reasonOf(two.awaiting())).contains(CloseReason.LIQUIDATION);
    }

    @Test
    @DisplayName("better knowledge that comes later replaces the reason, and that is told")
    void betterKnowledge() {
        var story = open().fill(closing()).snapshot(20).order("o2", CloseReason.MANUAL, 20);
        assertThat(reasonOf(story.awaiting())).contains(CloseReason.MANUAL);

        story.order("o2", CloseReason.STOP, 20);

        assertThat(story.only(CloseExplained.class).reason()).isEqualTo(CloseReason.STOP);
        assertThat(reasonOf(story.awaiting())).contains(CloseReason.STOP);
    }

    @Test
    @DisplayName("the last of several closing orders says why the trade ended")
    void lastOrder() {
        var story = open().fill(closes(BTC_LONG, "2", "1", "105", "5", 15)).fill(closes(BTC_LONG, "3", "1", "90", "-10", 20)).snapshot(20)
                .order("o2", CloseReason.TAKE_PROFIT, 15);
        assertThat(reasonOf(story.awaiting())).isEmpty();

        story.order("o3", CloseReason.STOP, 20);

        assertThat(reasonOf(story.awaiting())).contains(CloseReason.STOP);
    }

    @Test
    @DisplayName("a close that was revoked has no reason any more, and the right one has its own")
    void revoked() {
        var story = open().fill(closing()).snapshot(20).order("o2", CloseReason.STOP, 20);

        story.snapshot(21, row(BTC_LONG, life("7", 10), "2", "100", 10));
        assertThat(story.open(BTC_LONG).exit()).isEmpty();

        story.snapshot(22);
        assertThat(reasonOf(story.awaiting())).contains(CloseReason.STOP);
    }

    @Test
    @DisplayName("a life that waits for its record is explained also after a restart")
    void afterARestart() {
        var story = open().fill(closing()).snapshot(20).restarted();

        story.order("o2", CloseReason.ADL, 20);

        assertThat(reasonOf(story.awaiting())).contains(CloseReason.ADL);
    }

    @Test
    @DisplayName("that the venue closed stays so after a restart, when an order that says by hand is asked again")
    void forcedAfterARestart() {
        var story = open().fill(liquidating()).snapshot(20).restarted();

        story.order("o2", CloseReason.MANUAL, 20);

        assertThat(story.changes()).isEmpty();
        assertThat(reasonOf(story.awaiting())).contains(CloseReason.LIQUIDATION);
    }

    @Test
    @DisplayName("what orders told is forgotten after the history margin")
    void forgotten() {
        var story = open().order("o9", CloseReason.STOP, 20);
        assertThat(story.book().orders()).containsKey("o9");

        // half an hour and a second later
        story.order("o10", CloseReason.STOP, 20 + 1801);

        assertThat(story.book().orders()).containsOnlyKeys("o10");
    }
}
