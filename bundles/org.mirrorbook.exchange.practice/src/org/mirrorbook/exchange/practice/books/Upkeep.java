package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.mirrorbook.exchange.practice.books.BookEvent.FundsMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PositionsMoved;

/** What happens to open positions without a trade: funding, leverage, margin. Not safe for use from several threads. */
final class Upkeep {

    private final Wallets wallets;
    private final Choices choices;
    private final OpenPositions open;

    Upkeep(Wallets wallets, Choices choices, OpenPositions open) {
        this.wallets = wallets;
        this.choices = choices;
        this.open = open;
    }

    /** With a positive rate longs pay shorts. */
    List<BookEvent> settleFunding(Contract contract, BigDecimal rate, BigDecimal mark, long at) {
        return fund(contract, at, position -> {
            BigDecimal owed = Contract.amount(contract.notional(position.total(), mark).multiply(rate));
            return position.side() == HoldSide.LONG ? owed.negate() : owed;
        });
    }

    List<BookEvent> credit(Contract contract, BigDecimal amount, long at) {
        return fund(contract, at, position -> Contract.amount(amount));
    }

    private interface Amount {
        BigDecimal of(Position position);
    }

    private List<BookEvent> fund(Contract contract, long at, Amount amounts) {
        for (Position position : open.of(contract)) {
            BigDecimal amount = amounts.of(position);
            wallets.credit(contract.marginCoin(), amount);
            open.put(position.fund(amount, at));
        }
        return open.of(contract).isEmpty()
                ? List.of()
                : List.of(new PositionsMoved(contract.product()), new FundsMoved(contract.product()));
    }

    List<BookEvent> setLeverage(Contract contract, HoldSide side, int leverage, long at) throws OrderRefused {
        if (leverage < 1 || leverage > contract.maxLeverage()) {
            throw new OrderRefused("40797", "Exceeded the maximum settable leverage of " + contract.maxLeverage());
        }
        choices.choose(contract, choices.of(contract).with(side, leverage));
        return change(open.of(contract, side), position -> position.withLeverage(leverage, at));
    }

    /** Puts margin to an isolated position or, with a negative amount, takes some of what was put. */
    List<BookEvent> addMargin(Position position, BigDecimal amount, BigDecimal free, long at) throws OrderRefused {
        if (position.marginMode() != MarginMode.ISOLATED) {
            throw new OrderRefused("40800", "Only the margin of an isolated position can be changed");
        }
        Position changed = position.withAddedMargin(amount, at);
        if (changed.addedMargin().signum() < 0 || amount.compareTo(free) > 0) {
            throw new OrderRefused("40762", "The amount exceeds what there is");
        }
        return change(Optional.of(position), held -> changed);
    }

    private List<BookEvent> change(Optional<Position> position, UnaryOperator<Position> how) {
        position.ifPresent(held -> open.put(how.apply(held)));
        return position.<List<BookEvent>>map(held -> List.of(new PositionsMoved(held.contract().product()),
                new FundsMoved(held.contract().product()))).orElse(List.of());
    }
}
