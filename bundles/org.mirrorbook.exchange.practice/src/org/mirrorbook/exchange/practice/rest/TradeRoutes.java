package org.mirrorbook.exchange.practice.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.MarginMode;
import org.mirrorbook.exchange.practice.books.Order;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.books.OrderSide;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.Presets;
import org.mirrorbook.exchange.practice.books.Reversal;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trading by hand: market and limit orders, cancelling them, closing at market, reversing. */
final class TradeRoutes {

    private final Json json;
    private final Consumer<Happening> happened;

    TradeRoutes(Json json, Consumer<Happening> happened) {
        this.json = json;
        this.happened = happened;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST /api/v2/mix/order/place-order", new Route(true, this::place));
        routes.put("POST /api/v2/mix/order/cancel-order", new Route(true, this::cancel));
        routes.put("POST /api/v2/mix/order/click-backhand", new Route(true, this::reverse));
        routes.put("POST /api/v2/mix/order/close-positions", new Route(true, this::close));
    }

    private JsonNode place(Call call) throws RestProblem, OrderRefused {
        call.product();
        OrderRequest request = request(call).with(new Presets(call.price("presetStopSurplusPrice"), call.price("presetStopLossPrice")));
        return answer(accept(call, isLimit(call) ? request.at(call.decimal("price")) : request));
    }

    /** Whether the order waits for its price; other types than limit and market are refused. */
    static boolean isLimit(Call call) throws RestProblem {
        String type = call.need("orderType").toLowerCase(Locale.ROOT);
        if (!type.equals("market") && !type.equals("limit")) {
            throw new RestProblem("40020", "Parameter orderType error");
        }
        return type.equals("limit");
    }

    private JsonNode cancel(Call call) throws RestProblem, OrderRefused {
        call.product();
        Order order = Orders.find(call, call.book().pending())
                .orElseThrow(() -> new OrderRefused("40768", "Order does not exist"));
        happened.accept(new Happening(call.account(), call.book().cancel(order::equals, call.now()), call.now()));
        return answer(order);
    }

    /** Closes a position and opens the other side in one action; in hedge mode of a part, where a size is given. */
    private JsonNode reverse(Call call) throws RestProblem, OrderRefused {
        call.product();
        Contract contract = call.needContract();
        String side = call.text("holdSide");
        Position position = call.book().positions(contract).stream()
                .filter(held -> side.isEmpty() || held.side().wire().equalsIgnoreCase(side))
                .findFirst().orElseThrow(() -> new OrderRefused("22002", "No position to close"));
        Optional<BigDecimal> size = call.text("size").isEmpty() ? Optional.empty() : Optional.of(call.decimal("size"));
        return answer(call.floor().execute(call.account(), Reversal.of(position, size), call.now(), happened).getLast());
    }

    private static OrderRequest request(Call call) throws RestProblem {
        Contract contract = call.needContract();
        OrderSide side = word(call, "side", OrderSide.class);
        String tradeSide = call.text("tradeSide").toLowerCase(Locale.ROOT);
        PositionMode mode = call.book().mode(contract.product());
        MarginMode margin = call.text("marginMode").isEmpty()
                ? call.book().settings(contract).marginMode()
                : word(call, "marginMode", MarginMode.class);
        String clientOid = call.text("clientOid");
        if (mode == PositionMode.ONE_WAY) {
            boolean reduceOnly = call.text("reduceOnly").equalsIgnoreCase("yes");
            return new OrderRequest(contract, mode, margin, side, reduceOnly, call.decimal("size"), clientOid);
        }
        if (!tradeSide.equals("open") && !tradeSide.equals("close")) {
            throw new RestProblem("40774", "The order type for hedge mode must be open or close");
        }
        // in hedge mode this call names the side of the position: buy with close means to close a long one
        boolean closes = tradeSide.equals("close");
        return new OrderRequest(contract, mode, margin, closes ? side.opposite() : side, closes, call.decimal("size"), clientOid);
    }

    private JsonNode close(Call call) throws RestProblem, OrderRefused {
        Optional<Contract> contract = call.contract();
        String holdSide = call.text("holdSide");
        List<Position> held = call.book().positions(call.product()).stream()
                .filter(position -> contract.map(position.contract()::equals).orElse(true))
                .filter(position -> holdSide.isEmpty() || position.side().wire().equalsIgnoreCase(holdSide))
                .toList();
        if (held.isEmpty()) {
            throw new OrderRefused("22002", "No position to close");
        }
        ObjectNode data = json.object();
        ArrayNode done = data.putArray("successList");
        for (Position position : held) {
            Order order = accept(call, OrderRequest.closing(position, position.total()));
            ObjectNode row = answer(order);
            row.put("symbol", position.contract().symbol());
            done.add(row);
        }
        data.putArray("failureList");
        return data;
    }

    private Order accept(Call call, OrderRequest request) throws OrderRefused {
        Floor.Placed placed = call.floor().place(call.account(), request, call.now());
        happened.accept(placed.happening());
        return placed.order();
    }

    private ObjectNode answer(Order order) {
        ObjectNode data = json.object();
        data.put("clientOid", order.clientOid());
        data.put("orderId", Long.toString(order.orderId()));
        return data;
    }

    /** The parameter as a constant of the type, whatever its case of letters. */
    static <E extends Enum<E>> E word(Call call, String name, Class<E> type) throws RestProblem {
        String given = call.need(name).toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(given)) {
                return constant;
            }
        }
        throw new RestProblem("40020", "Parameter " + name + " error");
    }
}
