package org.mirrorbook.exchange.practice.stream;

import java.util.ArrayList;
import java.util.List;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.BookEvent.Deleveraged;
import org.mirrorbook.exchange.practice.books.BookEvent.Executed;
import org.mirrorbook.exchange.practice.books.BookEvent.FundsMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.LifeEnded;
import org.mirrorbook.exchange.practice.books.BookEvent.OrderMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PlanMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PositionsMoved;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.ZeroRows;
import org.mirrorbook.exchange.practice.wire.FillRows;
import org.mirrorbook.exchange.practice.wire.FundsRows;
import org.mirrorbook.exchange.practice.wire.Json;
import org.mirrorbook.exchange.practice.wire.LifeRows;
import org.mirrorbook.exchange.practice.wire.MarketRows;
import org.mirrorbook.exchange.practice.wire.OrderRows;
import org.mirrorbook.exchange.practice.wire.PlanRows;
import org.mirrorbook.exchange.practice.wire.PositionRows;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes pushes of what happened in the books and sends them to those who subscribed. A positions push always carries all open positions of
 * its product (protocol notes, Bitget 3.2). Used on the exchange's lane only.
 */
final class Pushes {

    private final Json json;
    private final Floor floor;
    private final Outbox outbox;
    private final PositionRows positions;
    private final PlanRows plans;
    private final LifeRows lives;
    private final OrderRows orders;
    private final FillRows fills;
    private final FundsRows funds;
    private final MarketRows markets;
    private final ZeroRows closed;

    Pushes(Json json, Floor floor, Oddities oddities, Outbox outbox) {
        this.json = json;
        this.floor = floor;
        this.outbox = outbox;
        this.closed = new ZeroRows(oddities);
        this.positions = new PositionRows(json);
        this.plans = new PlanRows(json);
        this.lives = new LifeRows(json);
        this.orders = new OrderRows(json);
        this.fills = new FillRows(json);
        this.funds = new FundsRows(json, floor.contracts(), floor.prices());
        this.markets = new MarketRows(json, floor);
    }

    /** The push right after the acknowledgement, where a channel has one. */
    void first(Client client, Topic topic, long now) {
        switch (topic.channel()) {
            case POSITIONS -> push(client, topic, positions(book(client), topic.product()), true, now);
            case ACCOUNT -> push(client, topic, account(book(client), topic), true, now);
            case EQUITY -> push(client, topic, equity(book(client), topic.product()), true, now);
            case TICKER -> push(client, topic, ticker(topic.subject(), now), true, now);
            case POSITIONS_HISTORY, ORDERS, ORDERS_ALGO, FILL, ADL -> {
                // these tell news only
            }
        }
    }

    void tell(Client client, BookEvent event, long now) {
        for (Topic topic : client.topics()) {
            List<ArrayNode> rows = rows(book(client), topic, event);
            rows.forEach(data -> push(client, topic, data, false, now));
        }
    }

    void tick(Client client, Contract contract, long now) {
        client.topics().stream()
                .filter(topic -> topic.channel() == Channel.TICKER && topic.subject().equals(contract.symbol()))
                .forEach(topic -> push(client, topic, ticker(topic.subject(), now), false, now));
    }

    private List<ArrayNode> rows(AccountBook book, Topic topic, BookEvent event) {
        List<ArrayNode> rows = new ArrayList<>();
        switch (event) {
            case PositionsMoved moved when is(topic, Channel.POSITIONS, moved.product()) ->
                rows.add(positions(book, moved.product()));
            case OrderMoved moved when is(topic, Channel.ORDERS, moved.order().request().contract()) ->
                rows.add(one(orders.stream(moved.order(), floor.prices().of(moved.order().request().contract()).mark())));
            case Executed executed when is(topic, Channel.FILL, executed.fill().contract()) ->
                rows.add(one(fills.stream(executed.fill())));
            case LifeEnded ended when is(topic, Channel.POSITIONS_HISTORY, ended.closed().life().contract()) ->
                rows.add(one(lives.stream(ended.closed())));
            case PlanMoved moved when is(topic, Channel.ORDERS_ALGO, moved.plan().contract()) ->
                rows.add(one(plans.stream(moved.plan())));
            case Deleveraged taken when is(topic, Channel.ADL, taken.fill().contract()) -> rows.add(one(fills.deleveraging(taken.fill())));
            case FundsMoved moved when is(topic, Channel.ACCOUNT, moved.product()) -> rows.add(account(book, topic));
            case FundsMoved moved when is(topic, Channel.EQUITY, moved.product()) -> rows.add(equity(book, moved.product()));
            default -> {
                // this topic does not tell of that
            }
        }
        return rows;
    }

    private static boolean is(Topic topic, Channel channel, ProductType product) {
        return topic.channel() == channel && topic.product() == product;
    }

    private static boolean is(Topic topic, Channel channel, Contract contract) {
        return is(topic, channel, contract.product()) && topic.covers(contract.symbol());
    }

    private ArrayNode positions(AccountBook book, ProductType product) {
        ArrayNode data = json.array();
        closed.with(book.positions(product), book, product)
                .forEach(position -> data.add(positions.stream(position, book, floor.prices().of(position.contract()).mark())));
        return data;
    }

    private ArrayNode account(AccountBook book, Topic topic) {
        String coin = funds.coin(topic.product());
        return topic.covers(coin) ? one(funds.stream(book, coin)) : json.array();
    }

    private ArrayNode equity(AccountBook book, ProductType product) {
        return one(funds.equity(book, product));
    }

    private ArrayNode ticker(String symbol, long now) {
        return one(markets.ticker(floor.contracts().find(symbol).orElseThrow(), now, true));
    }

    private ArrayNode one(ObjectNode row) {
        return json.array().add(row);
    }

    private AccountBook book(Client client) {
        return floor.account(client.account().orElseThrow());
    }

    private void push(Client client, Topic topic, ArrayNode data, boolean first, long now) {
        ObjectNode push = json.object();
        push.put("action", "snapshot");
        push.set("arg", topic.arg());
        push.set("data", data);
        push.put("ts", now);
        outbox.push(client.peer(), topic.channel().wire(), push, first, now);
    }
}
