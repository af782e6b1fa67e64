package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.mirrorbook.exchange.practice.books.BookEvent.Converted;
import org.mirrorbook.exchange.practice.books.BookEvent.Executed;
import org.mirrorbook.exchange.practice.books.BookEvent.FundsMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.LifeEnded;
import org.mirrorbook.exchange.practice.books.BookEvent.OrderMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PositionsMoved;

/**
 * The books of one account: wallets, open positions, live orders, ledger. It has no clock and knows no prices but those it is given; times
 * are ms since 1970. An order is accepted first and filled by a second call, as at the venue, where some 100 ms lie between the two
 * (protocol notes, Bitget 3.4). Longer than most classes here since one fill touches all of its parts at once. Not safe for use from
 * several threads.
 */
public final class AccountBook {

    private final IdMint ids;
    private final Wallets wallets = new Wallets();
    private final Choices choices = new Choices();
    private final OpenPositions open = new OpenPositions();
    private final Map<Long, Order> pending = new LinkedHashMap<>();
    private final Ledger ledger = new Ledger();
    private AccountKind kind = AccountKind.CLASSIC;

    /** An account with play money in each margin coin. */
    public AccountBook(IdMint ids) {
        this.ids = ids;
    }

    public AccountKind kind() {
        return kind;
    }

    /** Makes the account a unified one, for good. Nothing when it is one already. */
    public List<BookEvent> convert() {
        if (kind == AccountKind.UNIFIED) {
            return List.of();
        }
        kind = AccountKind.UNIFIED;
        return List.of(new Converted());
    }

    /** Fills up nearly empty wallets, so that a trader who pays fees day after day never runs dry. */
    public List<BookEvent> topUp() {
        return wallets.fillUp().stream().<BookEvent>map(FundsMoved::new).toList();
    }

    /** Takes an order; it is live until {@link #fill} is called for it. */
    public Order accept(OrderRequest request, Quote quote, long at) throws OrderRefused {
        OrderCheck.of(this).check(request, quote);
        Order order = Order.live(ids.mint(at), request, leverage(request), false, at);
        pending.put(order.orderId(), order);
        return order;
    }

    /** What the acceptance of an order is told as: the positions too, for what the order reserves shows in them. */
    public List<BookEvent> accepted(Order order) {
        return List.of(new PositionsMoved(order.request().contract().product()), new OrderMoved(order));
    }

    /** Executes a live order at the quote; cancels it when the position it should close is gone. Nothing when there is no such order. */
    public List<BookEvent> fill(long orderId, Quote quote, long at) {
        Order order = pending.remove(orderId);
        return order == null ? List.of() : execute(order, quote.taking(order.request().side()), at);
    }

    private List<BookEvent> execute(Order order, BigDecimal price, long at) {
        OrderRequest request = order.request();
        Contract contract = request.contract();
        Optional<Position> reduced = reducedBy(request);
        BigDecimal closing = reduced.map(position -> position.total().min(request.size())).orElse(BigDecimal.ZERO);
        BigDecimal opening = request.closes() ? BigDecimal.ZERO : request.size().subtract(closing);
        if (closing.add(opening).signum() == 0) {
            Order canceled = order.canceled(at);
            ledger.add(canceled);
            return List.of(new OrderMoved(canceled), new PositionsMoved(contract.product()));
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
                price, closing.add(opening), profit, fee, at);
        Order filled = order.filled(fill);
        ledger.add(fill);
        ledger.add(filled);
        List<BookEvent> events = new ArrayList<>(List.of(new OrderMoved(filled), new Executed(fill),
                new PositionsMoved(contract.product()), new FundsMoved(contract.product())));
        events.addAll(ended);
        return events;
    }

    /** The position that the order would make smaller. */
    private Optional<Position> reducedBy(OrderRequest request) {
        if (request.mode() == PositionMode.HEDGE) {
            return request.closes() ? open.of(request.contract(), request.holdSide()) : Optional.empty();
        }
        return open.of(request.contract(), request.side().opens().opposite());
    }

    private Position grown(OrderRequest request, BigDecimal size, BigDecimal price, long at) {
        HoldSide side = request.side().opens();
        return open.of(request.contract(), side)
                .map(position -> position.add(size, price, at))
                .orElseGet(() -> Position.open(ids.mint(at), request.contract(), side, request.marginMode(), request.mode(),
                        leverage(request), size, price, at));
    }

    /** Settles funding on the contract's positions: with a positive rate longs pay shorts. */
    public List<BookEvent> settleFunding(Contract contract, BigDecimal rate, BigDecimal mark, long at) {
        for (Position position : open.of(contract)) {
            BigDecimal owed = Contract.amount(contract.notional(position.total(), mark).multiply(rate));
            BigDecimal amount = position.side() == HoldSide.LONG ? owed.negate() : owed;
            wallets.credit(contract.marginCoin(), amount);
            open.put(position.fund(amount, at));
        }
        return moved(contract);
    }

    /** Settles an amount of funding, positive when it is received, on each position of the contract. */
    public List<BookEvent> credit(Contract contract, BigDecimal amount, long at) {
        for (Position position : open.of(contract)) {
            wallets.credit(contract.marginCoin(), Contract.amount(amount));
            open.put(position.fund(Contract.amount(amount), at));
        }
        return moved(contract);
    }

    private List<BookEvent> moved(Contract contract) {
        return open.of(contract).isEmpty()
                ? List.of()
                : List.of(new PositionsMoved(contract.product()), new FundsMoved(contract.product()));
    }

    /** Closes by force every position of the contract whose liquidation price the mark has reached, at the mark. */
    public List<BookEvent> liquidate(Contract contract, BigDecimal mark, long at) {
        List<BookEvent> events = new ArrayList<>();
        for (Position position : open.of(contract)) {
            BigDecimal limit = liquidationPrice(position);
            boolean reached = position.side() == HoldSide.LONG ? mark.compareTo(limit) <= 0 : mark.compareTo(limit) >= 0;
            if (limit.signum() > 0 && reached) {
                Order forced = Order.live(ids.mint(at), OrderRequest.closing(position, position.total()), position.leverage(), true, at);
                events.addAll(execute(forced, mark, at));
            }
        }
        return events;
    }

    /** Changes the leverage of a symbol, and of what is open in it. */
    public List<BookEvent> setLeverage(Contract contract, HoldSide side, int leverage, long at) throws OrderRefused {
        if (leverage < 1 || leverage > contract.maxLeverage()) {
            throw new OrderRefused("40797", "Exceeded the maximum settable leverage of " + contract.maxLeverage());
        }
        choices.choose(contract, choices.of(contract).with(side, leverage));
        Optional<Position> position = open.of(contract, side);
        position.ifPresent(held -> open.put(held.withLeverage(leverage, at)));
        return position.isEmpty() ? List.of() : List.of(new PositionsMoved(contract.product()));
    }

    public void setMarginMode(Contract contract, MarginMode mode) throws OrderRefused {
        if (!open.of(contract).isEmpty() || pending.values().stream().anyMatch(order -> order.request().contract().equals(contract))) {
            throw new OrderRefused("45117", "Currently holding positions or orders, the margin mode cannot be adjusted");
        }
        choices.choose(contract, choices.of(contract).with(mode));
    }

    /** Refused with any position or order in the product (protocol notes, Bitget 6.3). */
    public void setMode(ProductType product, PositionMode mode) throws OrderRefused {
        boolean ordered = pending.values().stream().anyMatch(order -> order.request().contract().product() == product);
        if (ordered || !open.of(product).isEmpty()) {
            throw new OrderRefused("40920", "Position or order exists, the position mode cannot be switched");
        }
        choices.choose(product, mode);
    }

    private int leverage(OrderRequest request) {
        return open.of(request.contract(), request.holdSide()).map(Position::leverage)
                .orElseGet(() -> choices.of(request.contract()).leverage(request.holdSide()));
    }

    public List<Position> positions(ProductType product) {
        return open.of(product);
    }

    public List<Position> positions(Contract contract) {
        return open.of(contract);
    }

    public List<Position> positions() {
        return open.all();
    }

    public List<Order> pending() {
        return List.copyOf(pending.values());
    }

    /** The part of the position that live orders will close. */
    public BigDecimal frozen(Position position) {
        return pending.values().stream()
                .filter(order -> reducedBy(order.request()).filter(position::equals).isPresent())
                .map(order -> order.request().size())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(position.total());
    }

    /** The mark at which the position is liquidated; zero or less means there is none. */
    public BigDecimal liquidationPrice(Position position) {
        return position.contract().liquidationPrice(position.side(), position.openPriceAvg(), position.total(), backing(position));
    }

    /** What stands behind the position: its margin when isolated, else the wallet without the margins of isolated positions. */
    public BigDecimal backing(Position position) {
        if (position.marginMode() == MarginMode.ISOLATED) {
            return position.marginSize();
        }
        String coin = position.contract().marginCoin();
        return wallets.of(coin).subtract(open.margin(coin, Optional.of(MarginMode.ISOLATED)));
    }

    public Funds funds(String coin, Function<Contract, Quote> quotes) {
        BigDecimal unrealised = open.all().stream().filter(position -> position.contract().marginCoin().equals(coin))
                .map(position -> position.unrealised(quotes.apply(position.contract()).mark()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Funds(coin, wallets.of(coin), open.margin(coin, Optional.empty()), unrealised);
    }

    /** What is in the wallet and not held as margin; unrealised amounts left aside. */
    BigDecimal free(String coin) {
        return wallets.of(coin).subtract(open.margin(coin, Optional.empty()));
    }

    public PositionMode mode(ProductType product) {
        return choices.mode(product);
    }

    public SymbolSettings settings(Contract contract) {
        return choices.of(contract);
    }

    public Ledger ledger() {
        return ledger;
    }

    public AccountState state() {
        return new AccountState(wallets.balances(), choices.modes(), choices.settings(), open.all(), pending(), kind);
    }

    /** Goes on from a remembered state; the ledger is filled apart. */
    public void resume(AccountState state) {
        wallets.resume(state.wallets());
        choices.resume(state);
        if (state.kind() == AccountKind.UNIFIED) {
            kind = state.kind();
        }
        state.open().forEach(open::put);
        state.pending().forEach(order -> pending.put(order.orderId(), order));
    }
}
