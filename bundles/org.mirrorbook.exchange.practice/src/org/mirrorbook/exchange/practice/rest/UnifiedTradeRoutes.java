package org.mirrorbook.exchange.practice.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.MarginMode;
import org.mirrorbook.exchange.practice.books.Order;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.books.OrderSide;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.Presets;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trading by hand in v3: market and limit orders, cancelling them, and closing at market. {@code side} is the market direction, other than
 * in v2, and in hedge mode {@code posSide} says which position is meant: selling long closes.
 */
final class UnifiedTradeRoutes {

    private final Json json;
    private final Consumer<Happening> happened;

    UnifiedTradeRoutes(Json json, Consumer<Happening> happened) {
        this.json = json;
        this.happened = happened;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST /api/v3/trade/place-order", new Route(true, this::place));
        routes.put("POST /api/v3/trade/cancel-order", new Route(true, this::cancel));
        routes.put("POST /api/v3/trade/close-positions", new Route(true, this::close));
    }

    private JsonNode place(Call call) throws RestProblem, OrderRefused {
        call.category();
        OrderRequest request = request(call).with(new Presets(call.price("takeProfit"), call.price("stopLoss")));
        return answer(accept(call, TradeRoutes.isLimit(call) ? request.at(call.decimal("price")) : request));
    }

    private JsonNode cancel(Call call) throws RestProblem {
        Order order = call.book().pending().stream()
                .filter(pending -> UnifiedOrderRoutes.isMeant(call, pending.orderId(), pending.clientOid()))
                .findFirst().orElseThrow(UnifiedOrderRoutes::notFound);
        happened.accept(new Happening(call.account(), call.book().cancel(order::equals, call.now()), call.now()));
        return answer(order);
    }

    private static OrderRequest request(Call call) throws RestProblem {
        Contract contract = call.needContract();
        OrderSide side = TradeRoutes.word(call, "side", OrderSide.class);
        PositionMode mode = call.book().mode(contract.product());
        MarginMode margin = call.text("marginMode").isEmpty()
                ? call.book().settings(contract).marginMode()
                : TradeRoutes.word(call, "marginMode", MarginMode.class);
        boolean closes = mode == PositionMode.ONE_WAY
                ? call.text("reduceOnly").equalsIgnoreCase("yes")
                : TradeRoutes.word(call, "posSide", HoldSide.class) != side.opens();
        return new OrderRequest(contract, mode, margin, side, closes, call.decimal("qty"), call.text("clientOid"));
    }

    private JsonNode close(Call call) throws RestProblem, OrderRefused {
        Optional<Contract> contract = call.contract();
        String side = call.text("posSide");
        List<Position> held = call.book().positions(call.category()).stream()
                .filter(position -> contract.map(position.contract()::equals).orElse(true))
                .filter(position -> side.isEmpty() || position.side().wire().equalsIgnoreCase(side))
                .toList();
        if (held.isEmpty()) {
            throw new OrderRefused("22002", "No position to close");
        }
        ObjectNode data = json.object();
        ArrayNode list = data.putArray("list");
        for (Position position : held) {
            ObjectNode row = answer(accept(call, OrderRequest.closing(position, position.total())));
            row.put("code", "00000");
            row.put("msg", "success");
            list.add(row);
        }
        return data;
    }

    private Order accept(Call call, OrderRequest request) throws OrderRefused {
        Floor.Placed placed = call.floor().place(call.account(), request, call.now());
        happened.accept(placed.happening());
        return placed.order();
    }

    private ObjectNode answer(Order order) {
        ObjectNode data = json.object();
        data.put("orderId", Long.toString(order.orderId()));
        data.put("clientOid", order.clientOid());
        return data;
    }
}
