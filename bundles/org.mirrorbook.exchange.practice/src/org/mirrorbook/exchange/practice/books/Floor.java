package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.mirrorbook.exchange.practice.books.BookEvent.OrderMoved;
import org.mirrorbook.exchange.practice.books.Order.Status;

/**
 * The trading floor: prices, the books of all accounts, and what time brings about: price steps, fills of accepted orders, funding,
 * liquidations. It has no clock; {@link #advance} is told the time in ms since 1970. Not safe for use from several threads.
 */
public final class Floor {

    /** Time between two steps of the prices, in ms. */
    public static final long PRICE_STEP = 250;
    private static final int CATCH_UP = 40;
    private static final int FILL_DELAY = 90;
    private static final int FILL_JITTER = 60;

    private final Contracts contracts;
    private final Prices prices;
    private final IdMint ids;
    private final List<AccountBook> accounts;
    private final Dice dice;
    private final long fundingInterval;
    private final PriorityQueue<DueFill> due = new PriorityQueue<>(Comparator.comparingLong(DueFill::at)
            .thenComparingLong(DueFill::orderId));
    private long nextStep = Long.MIN_VALUE;
    private long nextFunding = Long.MIN_VALUE;

    private record DueFill(long at, int account, long orderId) {
    }

    /**
     * A fresh floor.
     *
     * @param fundingInterval ms between two settlements; they fall on its multiples since 1970
     */
    public Floor(Contracts contracts, long seed, int accounts, long fundingInterval) {
        this(contracts, seed, accounts, fundingInterval, () -> false);
    }

    /**
     * The same.
     *
     * @param slotIds whether lives take over the id of the first one in their slot
     */
    public Floor(Contracts contracts, long seed, int accounts, long fundingInterval, BooleanSupplier slotIds) {
        this.contracts = contracts;
        this.prices = new Prices(contracts, seed);
        this.ids = new IdMint();
        this.accounts = IntStream.range(0, accounts).mapToObj(account -> new AccountBook(ids, slotIds)).toList();
        this.dice = new Dice(seed, "floor");
        this.fundingInterval = fundingInterval;
    }

    /** An order that was accepted, and what that did to the books. */
    public record Placed(Order order, Happening happening) {
    }

    /** Accepts an order; it is filled by a later {@link #advance}, some 100 ms on. */
    public Placed place(int account, OrderRequest request, long now) throws OrderRefused {
        AccountBook book = accounts.get(account);
        Order order = book.accept(request, prices.of(request.contract()), now);
        due.add(new DueFill(now + FILL_DELAY + dice.roll(order.orderId(), FILL_JITTER), account, order.orderId()));
        return new Placed(order, new Happening(account, book.accepted(order), now));
    }

    /** Accepts orders and fills them at once and together; tells both, one after the other. */
    public List<Order> execute(int account, List<OrderRequest> requests, long now, Consumer<Happening> happened) throws OrderRefused {
        AccountBook book = accounts.get(account);
        List<Order> orders = new ArrayList<>();
        List<BookEvent> accepted = new ArrayList<>();
        for (OrderRequest request : requests) {
            Order order = book.accept(request, prices.of(request.contract()), now);
            orders.add(order);
            accepted.addAll(book.accepted(order));
        }
        happened.accept(new Happening(account, accepted.stream().distinct().toList(), now));
        List<BookEvent> filled = new ArrayList<>();
        for (Order order : orders) {
            filled.addAll(book.fill(order.orderId(), prices.of(order.request().contract()), now));
        }
        if (!filled.isEmpty()) {
            happened.accept(new Happening(account, filled.stream().distinct().toList(), now));
        }
        return orders;
    }

    /** Brings the floor to the given time; tells what happened, in order. */
    public List<Happening> advance(long now) {
        List<Happening> happenings = new ArrayList<>();
        boolean moved = stepPrices(now);
        while (!due.isEmpty() && due.peek().at() <= now) {
            DueFill fill = due.poll();
            AccountBook book = accounts.get(fill.account());
            book.pending().stream().filter(order -> order.orderId() == fill.orderId()).findFirst().ifPresent(order ->
                    note(happenings, fill.account(), book.fill(order.orderId(), prices.of(order.request().contract()), now), now));
        }
        settleFunding(now, happenings);
        if (moved) {
            happenings.addAll(react(now));
        }
        return happenings;
    }

    /** Does what the prices of now bring about: resting orders are filled, plans triggered, positions liquidated. */
    public List<Happening> react(long now) {
        List<Happening> happenings = new ArrayList<>();
        for (int account = 0; account < accounts.size(); account++) {
            AccountBook book = accounts.get(account);
            for (Contract contract : book.isWaiting() ? contracts.all() : List.<Contract>of()) {
                Quote quote = prices.of(contract);
                note(happenings, account, book.meet(contract, quote, now), now);
                for (PlanOrder plan : book.reached(contract, quote.mark())) {
                    List<BookEvent> events = book.trigger(plan, quote, now);
                    note(happenings, account, events, now);
                    fillSoon(account, events, now);
                }
            }
            liquidate(account, now, happenings);
        }
        return happenings;
    }

    private void fillSoon(int account, List<BookEvent> events, long now) {
        for (BookEvent event : events) {
            if (event instanceof OrderMoved moved && moved.order().status() == Status.LIVE) {
                due.add(new DueFill(now + FILL_DELAY, account, moved.order().orderId()));
            }
        }
    }

    private boolean stepPrices(long now) {
        if (nextStep == Long.MIN_VALUE || now - nextStep > CATCH_UP * PRICE_STEP) {
            nextStep = now;
        }
        boolean moved = false;
        while (nextStep <= now) {
            prices.step();
            nextStep += PRICE_STEP;
            moved = true;
        }
        return moved;
    }

    private void settleFunding(long now, List<Happening> happenings) {
        if (nextFunding == Long.MIN_VALUE) {
            nextFunding = following(now);
        }
        if (now < nextFunding) {
            return;
        }
        for (Contract contract : contracts.all()) {
            BigDecimal rate = fundingRate(contract, nextFunding);
            for (int account = 0; account < accounts.size(); account++) {
                note(happenings, account, accounts.get(account).settleFunding(contract, rate, prices.of(contract).mark(), now), now);
            }
        }
        nextFunding = following(now);
    }

    private void liquidate(int account, long now, List<Happening> happenings) {
        AccountBook book = accounts.get(account);
        for (Position position : book.positions()) {
            note(happenings, account, book.liquidate(position.contract(), prices.of(position.contract()).mark(), now), now);
        }
    }

    private static void note(List<Happening> happenings, int account, List<BookEvent> events, long at) {
        if (!events.isEmpty()) {
            happenings.add(new Happening(account, events, at));
        }
    }

    private long following(long now) {
        return (Math.floorDiv(now, fundingInterval) + 1) * fundingInterval;
    }

    /** When funding is settled next, in ms since 1970. */
    public long nextFunding(long now) {
        return following(now);
    }

    /** The rate of the settlement at that time, from -0.01 % to 0.03 %. */
    public BigDecimal fundingRate(Contract contract, long settlement) {
        int roll = dice.roll(settlement + contract.symbol().hashCode(), 401);
        return BigDecimal.valueOf(roll - 100L, 6);
    }

    public Contracts contracts() {
        return contracts;
    }

    public Prices prices() {
        return prices;
    }

    public IdMint ids() {
        return ids;
    }

    public AccountBook account(int index) {
        return accounts.get(index);
    }

    public List<AccountBook> accounts() {
        return accounts;
    }

    public FloorState state() {
        return new FloorState(ids.sequence(), prices.state(), accounts.stream().map(AccountBook::state).toList());
    }

    /** Goes on from a remembered state; orders that were live are filled at the next advance. */
    public void resume(FloorState state) {
        ids.resume(state.idSequence());
        prices.resume(state.prices());
        for (int account = 0; account < Math.min(accounts.size(), state.accounts().size()); account++) {
            accounts.get(account).resume(state.accounts().get(account));
            for (Order order : accounts.get(account).pending()) {
                due.add(new DueFill(order.cTime(), account, order.orderId()));
            }
        }
    }
}
