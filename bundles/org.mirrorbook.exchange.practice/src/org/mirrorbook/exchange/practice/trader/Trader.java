package org.mirrorbook.exchange.practice.trader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.Dice;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.MarginMode;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.ProductType;

/**
 * A scripted trader in one account: keeps a few positions going, long and short, in several symbols. He looks at the books only to see
 * whether his positions are still there; where somebody else has touched one, he lets it be. He has no clock of his own: his time is the
 * time he is told, multiplied by the speed, without the gaps in which nobody told him anything. Not safe for use from several threads.
 */
public final class Trader {

    private static final int AT_ONCE = 4;
    private static final long FIRST_PLAN = 1_000;
    private static final long LONGEST_GAP = 2_000;

    private final Contracts contracts;
    private final BigDecimal speed;
    private final Dice dice;
    private final Script script;
    private BigDecimal elapsed = BigDecimal.ZERO;
    private long toldAt = Long.MIN_VALUE;
    private long plansWritten;
    private long nextPlan = FIRST_PLAN;
    private final List<Plan> plans = new ArrayList<>();

    /**
     * @param stream tells the traders of one exchange apart
     * @param speed how much faster than the clock his time runs
     */
    public Trader(Contracts contracts, long seed, String stream, BigDecimal speed) {
        this.contracts = contracts;
        this.speed = speed;
        this.dice = new Dice(seed, "trader " + stream);
        this.script = new Script(new Dice(seed, "script " + stream));
    }

    /** Chooses margin modes and leverages in a fresh account, so that a newcomer sees more than one kind. */
    public void settleIn(AccountBook book, long now) throws OrderRefused {
        int choice = 0;
        for (Contract contract : contracts.all()) {
            int leverage = List.of(20, 10, 5, 8, 10, 25).get(choice % 6);
            if (choice % 3 == 2) {
                book.setMarginMode(contract, MarginMode.ISOLATED);
            }
            book.setLeverage(contract, HoldSide.LONG, leverage, now);
            book.setLeverage(contract, HoldSide.SHORT, leverage, now);
            choice++;
        }
    }

    /**
     * What he does in one moment.
     *
     * @param orders at market
     * @param guards stops and targets that he sets or moves
     */
    public record Deeds(List<OrderRequest> orders, List<Guard> guards) {
    }

    /** What is due at the given time, in ms since 1970. */
    public Deeds due(long now, AccountBook book) {
        long gap = toldAt == Long.MIN_VALUE ? 0 : Math.max(0, Math.min(now - toldAt, LONGEST_GAP));
        toldAt = now;
        elapsed = elapsed.add(speed.multiply(BigDecimal.valueOf(gap)));
        long time = elapsed.longValue();
        if (time >= nextPlan && plans.size() < AT_ONCE) {
            write(time, book).ifPresent(plans::add);
        }
        List<OrderRequest> orders = new ArrayList<>();
        List<Guard> guards = new ArrayList<>();
        for (Plan plan : List.copyOf(plans)) {
            if (plan.next().at() <= time && !waits(plan, book)) {
                plans.remove(plan);
                boolean done;
                if (plan.next().kind().guards()) {
                    Optional<Guard> guard = held(plan, book).map(position -> Guard.of(plan.next(), position));
                    guard.ifPresent(guards::add);
                    done = guard.isPresent();
                } else {
                    Optional<OrderRequest> order = order(plan, book);
                    order.ifPresent(orders::add);
                    done = order.isPresent();
                }
                if (done && plan.goesOn()) {
                    plans.add(plan.done());
                }
            }
        }
        return new Deeds(orders, guards);
    }

    private Optional<Plan> write(long time, AccountBook book) {
        long number = plansWritten++;
        nextPlan = time + 3_000 + dice.roll(number * 4, 11_000);
        // the first one is of the kind that most people trade, so that a newcomer meets it first
        List<Contract> among = number == 0 ? contracts.of(ProductType.USDT_FUTURES) : contracts.all();
        List<Contract> free = among.stream().filter(contract -> isFree(contract, book)).toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        Contract contract = free.get(dice.roll(number * 4 + 1, free.size()));
        HoldSide side = dice.roll(number * 4 + 2, 2) == 0 ? HoldSide.LONG : HoldSide.SHORT;
        boolean mayFlip = book.mode(contract.product()) == PositionMode.ONE_WAY;
        return Optional.of(script.write(number, contract, side, mayFlip, time));
    }

    private boolean isFree(Contract contract, AccountBook book) {
        return book.positions(contract).isEmpty() && plans.stream().noneMatch(plan -> plan.symbol().equals(contract.symbol()));
    }

    /** Nothing is done about a symbol as long as an order in it is live. */
    private static boolean waits(Plan plan, AccountBook book) {
        return book.pending().stream().anyMatch(order -> order.request().contract().symbol().equals(plan.symbol()));
    }

    private Optional<Position> held(Plan plan, AccountBook book) {
        return book.positions(contracts.find(plan.symbol()).orElseThrow()).stream()
                .filter(position -> position.side() == plan.side()).findFirst();
    }

    /** The order of the plan's next step; empty when the position is not as the plan left it. */
    private Optional<OrderRequest> order(Plan plan, AccountBook book) {
        Contract contract = contracts.find(plan.symbol()).orElseThrow();
        Optional<Position> held = held(plan, book);
        Step step = plan.next();
        PositionMode mode = book.mode(contract.product());
        return switch (step.kind()) {
            case OPEN -> held.isPresent() ? Optional.empty()
                    : Optional.of(OrderRequest.opening(contract, mode, book.settings(contract).marginMode(), plan.side(), step.size()));
            case ADD -> held.map(position ->
                    OrderRequest.opening(contract, mode, position.marginMode(), plan.side(), step.size()));
            case REDUCE -> held.map(position -> OrderRequest.closing(position, step.size().min(position.total())));
            case CLOSE -> held.map(position -> OrderRequest.closing(position, position.total()));
            case FLIP -> held.map(position -> mode == PositionMode.ONE_WAY
                    ? OrderRequest.flipping(position, step.size())
                    : OrderRequest.closing(position, position.total()));
            case STOP, MOVE_STOP, TARGET -> Optional.empty();
        };
    }

    public TraderState state() {
        return new TraderState(elapsed, plansWritten, nextPlan, List.copyOf(plans));
    }

    /** Goes on in a remembered script; the time in between does not count. */
    public void resume(TraderState state) {
        elapsed = state.elapsed();
        plansWritten = state.plansWritten();
        nextPlan = state.nextPlan();
        plans.clear();
        plans.addAll(state.plans());
    }
}
