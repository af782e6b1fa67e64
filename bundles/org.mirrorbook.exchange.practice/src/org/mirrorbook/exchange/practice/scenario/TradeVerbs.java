package org.mirrorbook.exchange.practice.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.MarginMode;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.Presets;
import org.mirrorbook.exchange.practice.books.Reversal;

/** Steps that trade at market: each order is accepted, told, and filled at once. */
final class TradeVerbs {

    private final Floor floor;
    private final Consumer<Happening> happened;

    TradeVerbs(Floor floor, Consumer<Happening> happened) {
        this.floor = floor;
        this.happened = happened;
    }

    void open(Step step, long now) throws OrderRefused {
        Contract contract = step.contract(floor.contracts()).orElseThrow();
        AccountBook book = floor.account(step.account());
        HoldSide side = step.side().orElseThrow();
        if (step.text(Field.LEVERAGE).isPresent()) {
            tell(step, book.setLeverage(contract, side, Integer.parseInt(step.need(Field.LEVERAGE)), now), now);
        }
        if (step.marginMode().filter(wanted -> wanted != book.settings(contract).marginMode()).isPresent()) {
            book.setMarginMode(contract, step.marginMode().orElseThrow());
        }
        MarginMode margin = book.settings(contract).marginMode();
        OrderRequest opening = OrderRequest.opening(contract, book.mode(contract.product()), margin, side, step.needDecimal(Field.SIZE));
        trade(step, opening.with(new Presets(step.decimal(Field.TAKE_PROFIT), step.decimal(Field.STOP_LOSS))), now);
    }

    void reduce(Step step, long now) throws OrderRefused, ScenarioProblem {
        trade(step, OrderRequest.closing(Held.by(step, floor), step.needDecimal(Field.SIZE)), now);
    }

    void close(Step step, long now) throws OrderRefused, ScenarioProblem {
        Position position = Held.by(step, floor);
        trade(step, OrderRequest.closing(position, position.total()), now);
    }

    void flip(Step step, long now) throws OrderRefused, ScenarioProblem {
        Position position = Held.by(step, floor);
        if (position.mode() == PositionMode.HEDGE) {
            throw new ScenarioProblem("flip needs one-way mode; in hedge mode there is reverse.");
        }
        BigDecimal size = step.decimal(Field.SIZE).orElse(position.total());
        trade(step, OrderRequest.flipping(position, size), now);
    }

    /** Closes the position and opens the same slot again, so that one push shows the new life in the place of the old one. */
    void reopen(Step step, long now) throws OrderRefused, ScenarioProblem {
        Position position = Held.by(step, floor);
        BigDecimal size = step.decimal(Field.SIZE).orElse(position.total());
        floor.execute(step.account(), List.of(OrderRequest.closing(position, position.total()),
                OrderRequest.opening(position.contract(), position.mode(), position.marginMode(), position.side(), size)), now, happened);
    }

    /** Closes the position and opens the other side in one action (protocol notes, Bitget 3.5). */
    void reverse(Step step, long now) throws OrderRefused, ScenarioProblem {
        Position position = Held.by(step, floor);
        Optional<BigDecimal> size = step.decimal(Field.SIZE);
        floor.execute(step.account(), Reversal.of(position, size), now, happened);
    }

    private void trade(Step step, OrderRequest request, long now) throws OrderRefused {
        OrderRequest named = step.text(Field.ID).map(request::named).orElse(request);
        floor.execute(step.account(), List.of(named), now, happened);
    }

    private void tell(Step step, List<BookEvent> events, long now) {
        if (!events.isEmpty()) {
            happened.accept(new Happening(step.account(), events, now));
        }
    }
}
