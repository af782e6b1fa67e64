package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.BookEvent.Converted;
import org.mirrorbook.exchange.practice.books.BookEvent.Deleveraged;
import org.mirrorbook.exchange.practice.books.BookEvent.Executed;
import org.mirrorbook.exchange.practice.books.BookEvent.FundsMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.OrderMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PlanMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PositionsMoved;
import org.mirrorbook.exchange.practice.books.PlanOrder.State;

/**
 * The books of one account: wallets, open positions, live orders, plans, ledger. It has no clock and knows no prices but those it is given;
 * times are ms since 1970. An order is accepted first and filled by a second call, as at the venue, where some 100 ms lie between the two
 * (protocol notes, Bitget 3.4). Longer than most classes here since it is the one door to all of its parts; executing is the business of
 * {@link Trades} and {@link LiveOrders}, what happens without a trade that of {@link Upkeep}. Not safe for use from several threads.
 */
public final class AccountBook {

    private final IdMint ids;
    private final Wallets wallets = new Wallets();
    private final Choices choices = new Choices();
    private final OpenPositions open = new OpenPositions();
    private final PlanOrders plans = new PlanOrders();
    private final Ledger ledger = new Ledger();
    private final Trades trades;
    private final LiveOrders orders;
    private final Upkeep upkeep = new Upkeep(wallets, choices, open);
    private AccountKind kind = AccountKind.CLASSIC;

    /** An account with play money in each margin coin. */
    public AccountBook(IdMint ids) {
        this(ids, () -> false);
    }

    /**
     * The same.
     *
     * @param slotIds whether lives take over the id of the first one in their slot
     */
    public AccountBook(IdMint ids, BooleanSupplier slotIds) {
        this.ids = ids;
        this.trades = new Trades(ids, new Births(ids, slotIds), wallets, choices, open, ledger);
        this.orders = new LiveOrders(trades, plans, ids);
    }

    public AccountKind kind() {
        return kind;
    }

    /**
     * Makes the account a unified one, for good. Nothing when it is one already. A unified account has one position mode; products in which
     * something is open keep theirs.
     */
    public List<BookEvent> convert() {
        if (kind == AccountKind.UNIFIED) {
            return List.of();
        }
        kind = AccountKind.UNIFIED;
        for (ProductType product : ProductType.values()) {
            if (isFree(product)) {
                choices.choose(product, choices.mode(ProductType.USDT_FUTURES));
            }
        }
        return List.of(new Converted());
    }

    /** Fills up nearly empty wallets, so that a trader who pays fees day after day never runs dry. */
    public List<BookEvent> topUp() {
        return wallets.fillUp().stream().<BookEvent>map(FundsMoved::new).toList();
    }

    /** Takes an order; it is live until {@link #fill} is called for it or, with a limit, until its price is met. */
    public Order accept(OrderRequest request, Quote quote, long at) throws OrderRefused {
        OrderCheck.of(this).check(request, quote);
        Order order = Order.live(ids.mint(at), request, trades.leverage(request), at);
        orders.add(order);
        return order;
    }

    /** What the acceptance of an order is told as: the positions too, for what the order reserves shows in them. */
    public List<BookEvent> accepted(Order order) {
        return List.of(new PositionsMoved(order.request().contract().product()), new OrderMoved(order));
    }

    /**
     * Executes a live order at the quote; cancels it when the position it should close is gone. Nothing when there is no such order, or
     * when its limit is not met.
     */
    public List<BookEvent> fill(long orderId, Quote quote, long at) {
        return orders.fill(orderId, quote, at);
    }

    /** Executes, each at its own limit, the resting orders whose price is met. */
    public List<BookEvent> meet(Contract contract, Quote quote, long at) {
        return orders.meet(contract, quote, at);
    }

    /** Cancels the live orders that are meant. */
    public List<BookEvent> cancel(Predicate<Order> meant, long at) {
        return orders.cancel(meant, at);
    }

    /**
     * Places a take-profit or stop-loss.
     *
     * @param size of the part it closes; zero for the whole position
     */
    public List<BookEvent> plan(Position position, PlanKind planKind, BigDecimal trigger, BigDecimal size, String clientOid, long at) {
        return plans.add(PlanOrder.live(ids.mint(at), clientOid, position, planKind, trigger, size, at));
    }

    /** Has a waiting take-profit or stop-loss wait for another price, with that size; it keeps its id. */
    public List<BookEvent> movePlan(PlanOrder plan, BigDecimal trigger, BigDecimal size, long at) {
        return plans.move(plan, trigger, size, at);
    }

    /** Whether any order or plan waits for a price. */
    boolean isWaiting() {
        return !orders.isEmpty() || !plans.live().isEmpty();
    }

    /** The plans whose trigger the mark has reached. */
    public List<PlanOrder> reached(Contract contract, BigDecimal mark) {
        return plans.live().stream().filter(plan -> plan.contract().equals(contract) && plan.isReached(mark)).toList();
    }

    /** Makes of a plan the order it stands for, live as any other; a plan without a position fails. */
    public List<BookEvent> trigger(PlanOrder plan, Quote quote, long at) {
        Optional<Position> held = open.of(plan.contract(), plan.side());
        try {
            Position position = held.orElseThrow(() -> new OrderRefused("22002", "No position to close"));
            BigDecimal size = plan.kind().isWhole() ? position.total() : plan.size().min(position.total());
            List<BookEvent> events = new ArrayList<>();
            if (plan.kind().isWhole()) {
                events.addAll(cancel(resting -> resting.request().restsToClose(position), at));
            }
            Order order = accept(OrderRequest.closing(position, size).because(plan.kind().cause()), quote, at);
            events.add(new PlanMoved(plans.finish(plan, State.EXECUTED, Optional.of(order.orderId()), at)));
            events.addAll(accepted(order));
            return events.stream().distinct().toList();
        } catch (OrderRefused impossible) {
            // the plan itself tells it: fail_execute
            return List.of(new PlanMoved(plans.finish(plan, State.FAILED, Optional.empty(), at)));
        }
    }

    public List<BookEvent> cancelPlans(Predicate<PlanOrder> meant, long at) {
        return plans.cancel(meant, at);
    }

    public PlanOrders plans() {
        return plans;
    }

    /** Settles funding on the contract's positions: with a positive rate longs pay shorts. */
    public List<BookEvent> settleFunding(Contract contract, BigDecimal rate, BigDecimal mark, long at) {
        return upkeep.settleFunding(contract, rate, mark, at);
    }

    /** Settles an amount of funding, positive when it is received, on each position of the contract. */
    public List<BookEvent> credit(Contract contract, BigDecimal amount, long at) {
        return upkeep.credit(contract, amount, at);
    }

    /** Closes by force every position of the contract whose liquidation price the mark has reached, at the mark. */
    public List<BookEvent> liquidate(Contract contract, BigDecimal mark, long at) {
        List<BookEvent> events = new ArrayList<>();
        for (Position position : open.of(contract)) {
            BigDecimal limit = liquidationPrice(position);
            boolean reached = position.side() == HoldSide.LONG ? mark.compareTo(limit) <= 0 : mark.compareTo(limit) >= 0;
            if (limit.signum() > 0 && reached) {
                events.addAll(force(position, position.total(), OrderCause.LIQUIDATION, mark, at));
            }
        }
        return events;
    }

    /** Closes a part or all of a position at that price, whatever its owner wants. */
    public List<BookEvent> force(Position position, BigDecimal size, OrderCause cause, BigDecimal price, long at) {
        OrderRequest request = OrderRequest.closing(position, size).because(cause);
        List<BookEvent> events = new ArrayList<>(orders.execute(Order.live(ids.mint(at), request, position.leverage(), at),
                price, FillStyle.MARKET, at));
        if (cause == OrderCause.ADL) {
            events.stream().filter(Executed.class::isInstance).map(event -> new Deleveraged(((Executed) event).fill())).toList()
                    .forEach(events::add);
        }
        return events;
    }

    /** Changes the leverage of a symbol, and of what is open in it. */
    public List<BookEvent> setLeverage(Contract contract, HoldSide side, int leverage, long at) throws OrderRefused {
        return upkeep.setLeverage(contract, side, leverage, at);
    }

    /** Puts margin to an isolated position, or takes away what was put. */
    public List<BookEvent> addMargin(Position position, BigDecimal amount, long at) throws OrderRefused {
        return upkeep.addMargin(position, amount, free(position.contract().marginCoin()), at);
    }

    public void setMarginMode(Contract contract, MarginMode mode) throws OrderRefused {
        if (!open.of(contract).isEmpty() || orders.any(order -> order.request().contract().equals(contract))) {
            throw new OrderRefused("45117", "Currently holding positions or orders, the margin mode cannot be adjusted");
        }
        choices.choose(contract, choices.of(contract).with(mode));
    }

    /** Refused with any position or order in the product (protocol notes, Bitget 6.3). */
    public void setMode(ProductType product, PositionMode mode) throws OrderRefused {
        if (!isFree(product)) {
            throw new OrderRefused("40920", "Position or order exists, the position mode cannot be switched");
        }
        choices.choose(product, mode);
    }

    private boolean isFree(ProductType product) {
        return open.of(product).isEmpty()
                && !orders.any(order -> order.request().contract().product() == product);
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
        return orders.all();
    }

    /** The part of the position that live orders will close. */
    public BigDecimal frozen(Position position) {
        return orders.frozen(position);
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
        return new AccountState(wallets.balances(), choices.modes(), choices.settings(), open.all(), pending(), kind, plans.live());
    }

    /** Goes on from a remembered state; the ledger is filled apart. */
    public void resume(AccountState state) {
        wallets.resume(state.wallets());
        choices.resume(state);
        if (state.kind() == AccountKind.UNIFIED) {
            kind = state.kind();
        }
        state.open().forEach(open::put);
        state.pending().forEach(orders::add);
        if (state.plans() != null) {
            plans.resume(state.plans());
        }
    }
}
