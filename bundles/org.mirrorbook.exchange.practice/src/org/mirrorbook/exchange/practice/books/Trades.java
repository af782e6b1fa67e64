package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.Births.Birth;
import org.mirrorbook.exchange.practice.books.BookEvent.Executed;
import org.mirrorbook.exchange.practice.books.BookEvent.FundsMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.LifeEnded;
import org.mirrorbook.exchange.practice.books.BookEvent.OrderMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PositionsMoved;

/** Executes orders in the books of an account: positions, wallets and ledger change together. Not safe for use from several threads. */
final class Trades {

    private final IdMint ids;
    private final Births births;
    private final Wallets wallets;
    private final Choices choices;
    private final OpenPositions open;
    private final Ledger ledger;

    Trades(IdMint ids, Births births, Wallets wallets, Choices choices, OpenPositions open, Ledger ledger) {
        this.ids = ids;
        this.births = births;
        this.wallets = wallets;
        this.choices = choices;
        this.open = open;
        this.ledger = ledger;
    }

    /** Fills the order whole at the price; cancels it when there is nothing for it to close. */
    List<BookEvent> execute(Order order, BigDecimal price, FillStyle style, long at) {
        OrderRequest request = order.request();
        Contract contract = request.contract();
        Optional<Position> reduced = reducedBy(request);
        BigDecimal closing = reduced.map(position -> position.total().min(request.size())).orElse(BigDecimal.ZERO);
        BigDecimal opening = request.closes() ? BigDecimal.ZERO : request.size().subtract(closing);
        if (closing.add(opening).signum() == 0) {
            return cancel(order, at);
        }
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal fee = BigDecimal.ZERO;
        List<BookEvent> ended = new ArrayList<>();
        if (closing.signum() > 0) {
            Position before = reduced.orElseThrow();
            Position after = before.reduce(closing, price, at);
            profit = before.profitAt(price, closing);
            fee = contract.fee(closing, price);
            open.put(after);
            if (after.total().signum() == 0) {
                ClosedLife closed = new ClosedLife(ids.mint(at), after);
                ledger.add(closed);
                ended.add(new LifeEnded(closed));
            }
        }
        if (opening.signum() > 0) {
            fee = fee.add(contract.fee(opening, price));
            open.put(grown(request, opening, price, at));
        }
        wallets.credit(contract.marginCoin(), profit.add(fee));
        Fill fill = new Fill(ids.mint(at), order.orderId(), order.clientOid(), contract, request.side(), request.mode(), order.tradeSide(),
                price, closing.add(opening), profit, fee, at, style);
        Order filled = order.filled(fill);
        ledger.add(fill);
        ledger.add(filled);
        List<BookEvent> events = new ArrayList<>(List.of(new OrderMoved(filled), new Executed(fill),
                new PositionsMoved(contract.product()), new FundsMoved(contract.product())));
        events.addAll(ended);
        return events;
    }

    List<BookEvent> cancel(Order order, long at) {
        Order canceled = order.canceled(at);
        ledger.add(canceled);
        return List.of(new OrderMoved(canceled), new PositionsMoved(order.request().contract().product()));
    }

    /** The position that the order would make smaller. */
    Optional<Position> reducedBy(OrderRequest request) {
        if (request.mode() == PositionMode.HEDGE) {
            return request.closes() ? open.of(request.contract(), request.holdSide()) : Optional.empty();
        }
        return open.of(request.contract(), request.side().opens().opposite());
    }

    /** The position that the order has opened or made larger. */
    Optional<Position> openedBy(OrderRequest request) {
        return open.of(request.contract(), request.side().opens());
    }

    int leverage(OrderRequest request) {
        return open.of(request.contract(), request.holdSide()).map(Position::leverage)
                .orElseGet(() -> choices.of(request.contract()).leverage(request.holdSide()));
    }

    private Position grown(OrderRequest request, BigDecimal size, BigDecimal price, long at) {
        HoldSide side = request.side().opens();
        return open.of(request.contract(), side)
                .map(position -> position.add(size, price, at))
                .orElseGet(() -> born(request, side, size, price, at));
    }

    private Position born(OrderRequest request, HoldSide side, BigDecimal size, BigDecimal price, long at) {
        Birth birth = births.next(request.contract(), side, request.marginMode(), at);
        return Position.open(birth.posId(), request.contract(), side, request.marginMode(), request.mode(), leverage(request), size, price,
                birth.at(), at);
    }
}
