package org.mirrorbook.exchange.practice.stream;

import java.util.Optional;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.BookEvent.Deleveraged;
import org.mirrorbook.exchange.practice.books.BookEvent.Executed;
import org.mirrorbook.exchange.practice.books.BookEvent.FundsMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.OrderMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PlanMoved;
import org.mirrorbook.exchange.practice.books.BookEvent.PositionsMoved;
import org.mirrorbook.exchange.practice.books.ClosedLife;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.stream.ToldPositions.News;
import org.mirrorbook.exchange.practice.stream.UnifiedTopic.Name;
import org.mirrorbook.exchange.practice.unified.UnifiedFillRows;
import org.mirrorbook.exchange.practice.unified.UnifiedFundsRows;
import org.mirrorbook.exchange.practice.unified.UnifiedMarketRows;
import org.mirrorbook.exchange.practice.unified.UnifiedOrderRows;
import org.mirrorbook.exchange.practice.unified.UnifiedPlanRows;
import org.mirrorbook.exchange.practice.unified.UnifiedPositionRows;
import org.mirrorbook.exchange.practice.wire.FillRows;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes pushes of the v3 protocol. Of positions the first push tells all that are open, of all products at once; each later one tells the
 * changed rows alone, and a closed position once, with size 0 (protocol notes, Bitget 7). Used on the exchange's lane only.
 */
final class UnifiedPushes {

    private static final String WHOLE = "snapshot";
    private static final String CHANGES = "update";

    private final Json json;
    private final Floor floor;
    private final Outbox outbox;
    private final UnifiedPositionRows positions;
    private final UnifiedOrderRows orders;
    private final UnifiedFillRows fills;
    private final UnifiedPlanRows plans;
    private final FillRows deleveragings;
    private final UnifiedFundsRows funds;
    private final UnifiedMarketRows markets;

    /**
     * @param outbox through which everything is sent, with what goes wrong on purpose
     */
    UnifiedPushes(Json json, Floor floor, Outbox outbox) {
        this.json = json;
        this.floor = floor;
        this.outbox = outbox;
        this.positions = new UnifiedPositionRows(json);
        this.orders = new UnifiedOrderRows(json);
        this.fills = new UnifiedFillRows(json);
        this.plans = new UnifiedPlanRows(json);
        this.deleveragings = new FillRows(json);
        this.funds = new UnifiedFundsRows(json, floor);
        this.markets = new UnifiedMarketRows(json, floor);
    }

    /** The push right after the acknowledgement, where a topic has one. */
    void first(Client client, UnifiedTopic topic, long now) {
        switch (topic.name()) {
            case POSITION -> {
                client.toldPositions().forget();
                push(client, topic, WHOLE, positions(client, client.toldPositions().note(book(client), any -> true), now), true, now);
            }
            case ACCOUNT -> push(client, topic, WHOLE, one(funds.stream(book(client))), true, now);
            case TICKER -> tick(client, topic, now);
            case ORDER, FILL, FAST_FILL, STRATEGY_ORDER, ADL -> {
                // these tell news only
            }
        }
    }

    void tell(Client client, BookEvent event, long now) {
        for (UnifiedTopic topic : client.unifiedTopics()) {
            switch (event) {
                case PositionsMoved moved when topic.name() == Name.POSITION -> tellPositions(client, topic, moved.product(), now);
                case OrderMoved moved when topic.name() == Name.ORDER ->
                    push(client, topic, WHOLE, one(orders.stream(moved.order())), false, now);
                case Executed executed when topic.name() == Name.FILL ->
                    push(client, topic, WHOLE, one(fills.stream(executed.fill())), false, now);
                case Executed executed when topic.name() == Name.FAST_FILL ->
                    push(client, topic, WHOLE, fills.fast(executed.fill()), false, now);
                case PlanMoved moved when topic.name() == Name.STRATEGY_ORDER ->
                    push(client, topic, WHOLE, one(plans.stream(moved.plan())), false, now);
                case Deleveraged taken when topic.name() == Name.ADL ->
                    push(client, topic, WHOLE, one(deleveragings.deleveraging(taken.fill())), false, now);
                case FundsMoved moved when topic.name() == Name.ACCOUNT ->
                    push(client, topic, WHOLE, one(funds.stream(book(client))), false, now);
                default -> {
                    // this topic does not tell of that
                }
            }
        }
    }

    void tick(Client client, Contract contract, long now) {
        client.unifiedTopics().stream()
                .filter(topic -> topic.name() == Name.TICKER && topic.symbol().equals(contract.symbol()))
                .forEach(topic -> tick(client, topic, now));
    }

    private void tick(Client client, UnifiedTopic topic, long now) {
        push(client, topic, WHOLE, one(markets.ticker(floor.contracts().find(topic.symbol()).orElseThrow(), now)), false, now);
    }

    private void tellPositions(Client client, UnifiedTopic topic, ProductType product, long now) {
        News news = client.toldPositions().note(book(client), position -> position.contract().product() == product);
        if (!news.isEmpty()) {
            push(client, topic, CHANGES, positions(client, news, now), false, now);
        }
    }

    private ArrayNode positions(Client client, News news, long now) {
        ArrayNode data = json.array();
        news.ended().forEach(position -> data.add(positions.ended(position, floor.prices().of(position.contract()).mark(),
                closedAt(client, position).orElse(now))));
        news.changed().forEach(position -> data.add(
                positions.open(position, book(client), floor.prices().of(position.contract()).mark())));
        return data;
    }

    /** The last such life, for ids can be those of a slot. */
    private Optional<Long> closedAt(Client client, Position position) {
        return book(client).ledger().lives().reversed().stream().filter(closed -> closed.life().posId() == position.posId())
                .map(ClosedLife::closedAt).findFirst();
    }

    private ArrayNode one(ObjectNode row) {
        return json.array().add(row);
    }

    private AccountBook book(Client client) {
        return floor.account(client.account().orElseThrow());
    }

    private void push(Client client, UnifiedTopic topic, String action, JsonNode data, boolean first, long now) {
        ObjectNode push = json.object();
        push.set("data", data);
        push.set("arg", topic.arg());
        push.put("action", action);
        push.put("ts", now);
        outbox.push(client.peer(), topic.name().wire(), push, first, now);
    }
}
