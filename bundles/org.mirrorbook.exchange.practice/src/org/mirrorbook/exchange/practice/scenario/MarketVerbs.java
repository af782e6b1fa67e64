package org.mirrorbook.exchange.practice.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.OrderCause;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.Position;

/** Steps that the venue itself does: funding, prices, leverage. */
final class MarketVerbs {

    private final Floor floor;
    private final Consumer<Happening> happened;

    MarketVerbs(Floor floor, Consumer<Happening> happened) {
        this.floor = floor;
        this.happened = happened;
    }

    /** Settles funding of one symbol or of all that is open, at a rate or with an amount; at the venue's rate of the moment otherwise. */
    void fund(Step step, long now) throws ScenarioProblem {
        Optional<Contract> only = step.contract(floor.contracts());
        Optional<BigDecimal> amount = step.decimal(Field.AMOUNT);
        boolean funded = false;
        for (Contract contract : only.map(List::of).orElseGet(() -> floor.contracts().all())) {
            BigDecimal rate = step.decimal(Field.RATE).orElseGet(() -> floor.fundingRate(contract, floor.nextFunding(now)));
            BigDecimal mark = floor.prices().of(contract).mark();
            List<BookEvent> events = amount.isPresent()
                    ? floor.account(step.account()).credit(contract, amount.get(), now)
                    : floor.account(step.account()).settleFunding(contract, rate, mark, now);
            funded |= !events.isEmpty();
            tell(step, events, now);
        }
        if (!funded) {
            throw new ScenarioProblem("There is no open position to settle funding on.");
        }
    }

    /** Closes the position by force, wherever the price is. */
    void liquidate(Step step, long now) throws ScenarioProblem {
        Position position = Held.by(step, floor);
        force(step, position, position.total(), OrderCause.LIQUIDATION, now);
    }

    /** Takes a part or all of the position to settle the loss of somebody else. */
    void deleverage(Step step, long now) throws ScenarioProblem {
        Position position = Held.by(step, floor);
        BigDecimal size = step.decimal(Field.SIZE).orElse(position.total());
        if (size.compareTo(position.total()) > 0) {
            throw new ScenarioProblem("The position is only " + position.total().toPlainString() + ".");
        }
        force(step, position, size, OrderCause.ADL, now);
    }

    private void force(Step step, Position position, BigDecimal size, OrderCause cause, long now) {
        BigDecimal mark = floor.prices().of(position.contract()).mark();
        tell(step, floor.account(step.account()).force(position, size, cause, mark, now), now);
    }

    void leverage(Step step, long now) throws OrderRefused {
        Contract contract = step.contract(floor.contracts()).orElseThrow();
        List<BookEvent> events = new ArrayList<>();
        for (HoldSide side : HoldSide.values()) {
            if (step.side().isEmpty() || step.side().get() == side) {
                events.addAll(floor.account(step.account()).setLeverage(contract, side, Integer.parseInt(step.need(Field.LEVERAGE)), now));
            }
        }
        tell(step, events, now);
    }

    void margin(Step step, long now) throws OrderRefused, ScenarioProblem {
        Position position = Held.by(step, floor);
        tell(step, floor.account(step.account()).addMargin(position, step.needDecimal(Field.AMOUNT), now), now);
    }

    /** Puts the price somewhere and holds it there, unless it is to walk on; what that price brings about happens at once. */
    void price(Step step, long now) {
        Contract contract = step.contract(floor.contracts()).orElseThrow();
        step.decimal(Field.PRICE).ifPresent(price -> floor.prices().jump(contract, price));
        floor.prices().hold(contract, step.flag(Field.HOLD).orElse(true));
        floor.react(now).forEach(happened);
    }

    private void tell(Step step, List<BookEvent> events, long now) {
        if (!events.isEmpty()) {
            happened.accept(new Happening(step.account(), events, now));
        }
    }
}
