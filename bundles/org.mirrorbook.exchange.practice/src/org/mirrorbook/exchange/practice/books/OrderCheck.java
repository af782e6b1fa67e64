package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What an order must satisfy before a book takes it. Codes are the venue's own where one fits. */
final class OrderCheck {

    private final AccountBook book;

    private OrderCheck(AccountBook book) {
        this.book = book;
    }

    static OrderCheck of(AccountBook book) {
        return new OrderCheck(book);
    }

    void check(OrderRequest request, Quote quote) throws OrderRefused {
        Contract contract = request.contract();
        if (request.size().signum() <= 0 || !contract.isStep(request.size())) {
            throw new OrderRefused("45110", "size must be a positive multiple of " + contract.sizeStep().toPlainString());
        }
        if (request.mode() != book.mode(contract.product())) {
            throw new OrderRefused("40774", "The order does not fit the account's position mode "
                    + book.mode(contract.product()).wire());
        }
        if (request.closes()) {
            checkClose(request);
        } else {
            checkOpen(request, quote);
        }
    }

    private void checkClose(OrderRequest request) throws OrderRefused {
        HoldSide side = request.mode() == PositionMode.HEDGE ? request.holdSide() : request.side().opens().opposite();
        Position position = held(request.contract(), side)
                .orElseThrow(() -> new OrderRefused("22002", "No position to close"));
        // a market close in hedge mode takes the place of resting closes
        boolean displaces = request.mode() == PositionMode.HEDGE && request.limit().isEmpty();
        BigDecimal reserved = displaces ? BigDecimal.ZERO : book.frozen(position);
        if (position.total().subtract(reserved).compareTo(request.size()) < 0) {
            throw new OrderRefused("40757", "Not enough position is available");
        }
    }

    private void checkOpen(OrderRequest request, Quote quote) throws OrderRefused {
        Contract contract = request.contract();
        if (book.positions(contract).stream().anyMatch(position -> position.marginMode() != request.marginMode())) {
            throw new OrderRefused("45117", "Currently holding positions or orders, the margin mode cannot be adjusted");
        }
        BigDecimal freed = request.mode() == PositionMode.HEDGE ? BigDecimal.ZERO
                : held(contract, request.side().opens().opposite()).map(Position::total).orElse(BigDecimal.ZERO);
        BigDecimal grows = request.size().subtract(freed).max(BigDecimal.ZERO);
        int leverage = held(contract, request.holdSide()).map(Position::leverage)
                .orElseGet(() -> book.settings(contract).leverage(request.holdSide()));
        BigDecimal margin = contract.notional(grows, quote.taking(request.side()))
                .divide(BigDecimal.valueOf(leverage), Contract.AMOUNT_SCALE, RoundingMode.HALF_UP);
        if (margin.compareTo(book.free(contract.marginCoin())) > 0) {
            throw new OrderRefused("40762", "The order amount exceeds the balance");
        }
    }

    private Optional<Position> held(Contract contract, HoldSide side) {
        return book.positions(contract).stream().filter(position -> position.side() == side).findFirst();
    }
}
