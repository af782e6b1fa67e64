package org.mirrorbook.exchange.practice.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.books.PlanKind;
import org.mirrorbook.exchange.practice.books.PlanOrder;
import org.mirrorbook.exchange.practice.books.Position;

/** Steps whose orders wait: limits, take-profits, stop-losses, and cancelling them. */
final class OrderVerbs {

    private final Floor floor;
    private final Consumer<Happening> happened;

    OrderVerbs(Floor floor, Consumer<Happening> happened) {
        this.floor = floor;
        this.happened = happened;
    }

    /** A limit order; it rests, or is filled at once when its price is met already. */
    void limit(Step step, long now) throws OrderRefused, ScenarioProblem {
        Contract contract = step.contract(floor.contracts()).orElseThrow();
        AccountBook book = floor.account(step.account());
        HoldSide side = step.side().orElseThrow();
        BigDecimal size = step.needDecimal(Field.SIZE);
        OrderRequest request = step.flag(Field.CLOSES).orElse(false)
                ? OrderRequest.closing(Held.by(step, floor), size)
                : OrderRequest.opening(contract, book.mode(contract.product()),
                        step.marginMode().orElse(book.settings(contract).marginMode()), side, size);
        OrderRequest named = step.text(Field.ID).map(request::named).orElse(request);
        floor.execute(step.account(), List.of(named.at(step.needDecimal(Field.PRICE))), now, happened);
    }

    /** Cancels resting orders and plans: the one of that id, those of a symbol, or all. */
    void cancel(Step step, long now) throws ScenarioProblem {
        AccountBook book = floor.account(step.account());
        Optional<Contract> contract = step.contract(floor.contracts());
        Optional<String> id = step.text(Field.ID);
        List<BookEvent> events = new ArrayList<>(book.cancel(order -> contract.map(order.request().contract()::equals).orElse(true)
                && id.map(wanted -> isCalled(wanted, order.orderId(), order.clientOid())).orElse(true), now));
        events.addAll(book.cancelPlans(plan -> contract.map(plan.contract()::equals).orElse(true)
                && id.map(wanted -> isCalled(wanted, plan.orderId(), plan.clientOid())).orElse(true), now));
        if (events.isEmpty()) {
            throw new ScenarioProblem("There is nothing to cancel.");
        }
        happened.accept(new Happening(step.account(), events.stream().distinct().toList(), now));
    }

    /** A take-profit or stop-loss, of the whole position where no size is said. */
    void plan(Step step, boolean profit, long now) throws ScenarioProblem {
        Position position = Held.by(step, floor);
        Optional<BigDecimal> size = step.decimal(Field.SIZE);
        List<BookEvent> events = floor.account(step.account()).plan(position, PlanKind.of(profit, size.isEmpty()),
                step.needDecimal(Field.TRIGGER), size.orElse(BigDecimal.ZERO), step.text(Field.ID).orElse(""), now);
        happened.accept(new Happening(step.account(), events, now));
        floor.react(now).forEach(happened);
    }

    /** Has a take-profit or stop-loss of a position wait for another price: the one of that id, or the only one. */
    void move(Step step, boolean profit, long now) throws ScenarioProblem {
        Position position = Held.by(step, floor);
        AccountBook book = floor.account(step.account());
        List<PlanOrder> meant = book.plans().live().stream()
                .filter(plan -> plan.kind().isProfit() == profit && plan.contract().equals(position.contract())
                        && plan.side() == position.side())
                .filter(plan -> step.text(Field.ID).map(id -> isCalled(id, plan.orderId(), plan.clientOid())).orElse(true))
                .toList();
        String what = profit ? "take-profit" : "stop-loss";
        if (meant.isEmpty()) {
            throw new ScenarioProblem("There is no such " + what + " of " + position.contract().symbol() + ".");
        }
        if (meant.size() > 1) {
            throw new ScenarioProblem("There is more than one " + what + " of " + position.contract().symbol() + "; say which with id.");
        }
        PlanOrder plan = meant.getFirst();
        BigDecimal size = plan.kind().isWhole() ? plan.size() : step.decimal(Field.SIZE).orElse(plan.size());
        happened.accept(new Happening(step.account(), book.movePlan(plan, step.needDecimal(Field.TRIGGER), size, now), now));
        floor.react(now).forEach(happened);
    }

    private static boolean isCalled(String wanted, long orderId, String clientOid) {
        return wanted.equals(Long.toString(orderId)) || wanted.equals(clientOid);
    }
}
