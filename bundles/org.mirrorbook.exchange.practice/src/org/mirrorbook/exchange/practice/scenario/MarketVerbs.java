package org.mirrorbook.exchange.practice.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;

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

    private void tell(Step step, List<BookEvent> events, long now) {
        if (!events.isEmpty()) {
            happened.accept(new Happening(step.account(), events, now));
        }
    }
}
