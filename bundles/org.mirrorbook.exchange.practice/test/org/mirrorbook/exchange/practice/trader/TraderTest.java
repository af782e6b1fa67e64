package org.mirrorbook.exchange.practice.trader;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.ClosedLife;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.OrderCause;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.books.PlanOrder.State;
import org.mirrorbook.exchange.practice.books.ProductType;

/** The trader on a floor whose clock is moved by hand. */
class TraderTest {

    private static final long START = 1_755_590_192_436L;
    private static final long PULSE = 50;

    private final Contracts contracts = Contracts.listed();

    /** A floor, its one trader, and what he ordered so far. */
    private final class Day {

        private final Floor floor;
        private final Trader trader;
        private final List<String> script = new ArrayList<>();
        private long firstOpen = Long.MAX_VALUE;
        private int mostAtOnce;
        private int guards;

        Day(long seed, String speed) throws OrderRefused {
            floor = new Floor(contracts, seed, 1, 3_600_000);
            trader = new Trader(contracts, seed, "0", new BigDecimal(speed));
            trader.settleIn(book(), START);
        }

        AccountBook book() {
            return floor.account(0);
        }

        Day run(long from, long until) throws OrderRefused {
            for (long now = START + from; now <= START + until; now += PULSE) {
                floor.advance(now);
                Trader.Deeds deeds = trader.due(now, book());
                for (Guard guard : deeds.guards()) {
                    guards += guard.in(book(), floor.prices().of(guard.position().contract()).mark(), now).size();
                    script.add(now - START + " " + guard.position().contract().symbol() + " guarded at " + guard.trigger());
                }
                for (OrderRequest order : deeds.orders()) {
                    script.add(now - START + " " + order.contract().symbol() + " " + order.side() + " " + order.size());
                    floor.place(0, order, now);
                }
                if (!book().positions().isEmpty()) {
                    firstOpen = Math.min(firstOpen, now - START);
                }
                mostAtOnce = Math.max(mostAtOnce, book().positions().size());
            }
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42, 1_000_003, -5})
    void theFirstPositionIsOpenWithinFiveSecondsAndTheFirstLifeClosedWithinSixty(long seed) throws OrderRefused {
        Day day = new Day(seed, "1").run(0, 60_000);

        assertThat(day.firstOpen).isLessThanOrEqualTo(5_000);
        assertThat(day.book().ledger().lives()).isNotEmpty();
        assertThat(day.book().ledger().lives().getFirst().life().contract().product()).isEqualTo(ProductType.USDT_FUTURES);
    }

    @Test
    void theSameSeedWritesTheSameScript() throws OrderRefused {
        List<String> once = new Day(42, "1").run(0, 600_000).script;
        List<String> again = new Day(42, "1").run(0, 600_000).script;
        List<String> other = new Day(43, "1").run(0, 600_000).script;

        assertThat(once).hasSizeGreaterThan(30);
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void hoursOfTradingShowEverythingANewcomerShouldSee() throws OrderRefused {
        Day day = new Day(11, "1").run(0, 3 * 3_600_000L);

        List<ClosedLife> lives = day.book().ledger().lives();
        assertThat(lives.size()).as("lives in three hours").isBetween(120, 600);
        assertThat(lives).allSatisfy(closed -> assertThat(closed.closedAt() - closed.life().cTime()).isBetween(15_000L, 320_000L));
        assertThat(sides(lives)).containsExactlyInAnyOrder(HoldSide.LONG, HoldSide.SHORT);
        assertThat(lives.stream().map(closed -> closed.life().contract().symbol()).distinct().count()).isEqualTo(6);
        assertThat(lives).as("added to").anyMatch(closed -> executions(day, closed, closed.life().side()) > 1);
        assertThat(lives).as("reduced").anyMatch(closed -> executions(day, closed, closed.life().side().opposite()) > 1);
        assertThat(flips(lives)).as("flips").isPositive();
        assertThat(day.mostAtOnce).isBetween(3, 4);
        assertThat(day.guards).as("stops and targets, set or moved").isGreaterThan(lives.size() / 2);
        assertThat(day.book().plans().over()).as("a stop that was reached").anyMatch(plan -> plan.state() == State.EXECUTED
                && !plan.kind().isProfit());
        assertThat(day.book().plans().over()).as("a target that was reached").anyMatch(plan -> plan.state() == State.EXECUTED
                && plan.kind().isProfit());
        assertThat(causes(day)).as("closes at a stop or a target, of all lives").isBetween(lives.size() / 20L, lives.size() / 2L);
        assertThat(day.book().ledger().orders()).as("nothing canceled").noneMatch(order -> order.fill().isEmpty());
    }

    @Test
    void twiceTheSpeedIsHalfTheTime() throws OrderRefused {
        Day normal = new Day(5, "1").run(0, 120_000);
        Day fast = new Day(5, "2").run(0, 60_000);

        assertThat(fast.firstOpen).isLessThan(normal.firstOpen);
        assertThat(fast.book().ledger().lives().getFirst().closedAt()).isLessThan(normal.book().ledger().lives().getFirst().closedAt());
    }

    @Test
    void whatSomebodyElseClosedIsLeftAlone() throws OrderRefused {
        Day day = new Day(3, "1").run(0, 4_000);
        day.floor.place(0, OrderRequest.closing(day.book().positions().getFirst(), day.book().positions().getFirst().total()),
                START + 4_050);

        day.run(4_100, 300_000);

        assertThat(day.book().ledger().lives()).hasSizeGreaterThan(2);
        assertThat(day.book().ledger().orders()).noneMatch(order -> order.fill().isEmpty());
    }

    @Test
    void aRememberedTraderGoesOnInHisScript() throws OrderRefused {
        Day day = new Day(8, "1").run(0, 100_000);
        Trader resumed = new Trader(contracts, 8, "0", BigDecimal.ONE);
        resumed.resume(day.trader.state());

        assertThat(resumed.state()).isEqualTo(day.trader.state());
    }

    private static long causes(Day day) {
        return day.book().ledger().orders().stream().filter(order -> order.request().cause() == OrderCause.POSITION_STOP_LOSS
                || order.request().cause() == OrderCause.POSITION_TAKE_PROFIT).count();
    }

    private static Set<HoldSide> sides(List<ClosedLife> lives) {
        return lives.stream().map(closed -> closed.life().side()).collect(Collectors.toSet());
    }

    /** How many executions in the direction of that side the life saw. */
    private static long executions(Day day, ClosedLife closed, HoldSide side) {
        return day.book().ledger().fills().stream()
                .filter(fill -> fill.contract().equals(closed.life().contract()))
                .filter(fill -> fill.at() >= closed.life().cTime() && fill.at() <= closed.closedAt())
                .filter(fill -> fill.side().opens() == side)
                .count();
    }

    /** Lives that began in the millisecond in which the other side of the same symbol ended. */
    private static long flips(List<ClosedLife> lives) {
        return lives.stream().filter(closed -> lives.stream().anyMatch(other -> other.life().contract().equals(closed.life().contract())
                && other.life().side() != closed.life().side() && other.life().cTime() == closed.closedAt())).count();
    }
}
