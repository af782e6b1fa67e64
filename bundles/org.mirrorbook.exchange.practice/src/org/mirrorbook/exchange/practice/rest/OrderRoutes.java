package org.mirrorbook.exchange.practice.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Fill;
import org.mirrorbook.exchange.practice.books.Order;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.wire.FillRows;
import org.mirrorbook.exchange.practice.wire.Json;
import org.mirrorbook.exchange.practice.wire.OrderRows;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders and executions, as they are and were. */
final class OrderRoutes {

    private static final int USUAL_LIMIT = 100;

    private final OrderRows orders;
    private final FillRows fills;
    private final Page<Fill> fillPages = new Page<>(Fill::tradeId, Fill::at, USUAL_LIMIT);
    private final Page<Order> orderPages = new Page<>(Order::orderId, Order::cTime, USUAL_LIMIT);

    OrderRoutes(Json json) {
        this.orders = new OrderRows(json);
        this.fills = new FillRows(json);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v2/mix/order/fills", new Route(true, this::fills));
        routes.put("GET /api/v2/mix/order/fill-history", new Route(true, this::fills));
        routes.put("GET /api/v2/mix/order/orders-pending", new Route(true, this::pending));
        routes.put("GET /api/v2/mix/order/orders-history",
                new Route(true, call -> orderPage(call, call.book().ledger().orders())));
        routes.put("GET /api/v2/mix/order/detail", new Route(true, this::detail));
    }

    private JsonNode fills(Call call) throws RestProblem {
        Optional<Contract> contract = call.contract();
        ProductType product = call.product();
        Optional<Long> orderId = call.number("orderId");
        Predicate<Fill> wanted = fill -> fill.contract().product() == product
                && contract.map(fill.contract()::equals).orElse(true)
                && orderId.map(id -> id == fill.orderId()).orElse(true);
        return fillPages.answer(call, "fillList", call.book().ledger().fills(), wanted, fills::rest);
    }

    /** With nothing pending the list is null, as clients have met it. */
    private JsonNode pending(Call call) throws RestProblem {
        ObjectNode data = orderPage(call, call.book().pending());
        if (data.path("entrustedList").isEmpty()) {
            data.putNull("entrustedList");
        }
        return data;
    }

    private ObjectNode orderPage(Call call, List<Order> entries) throws RestProblem {
        Optional<Contract> contract = call.contract();
        ProductType product = call.product();
        Optional<Long> orderId = call.number("orderId");
        Predicate<Order> wanted = order -> order.request().contract().product() == product
                && contract.map(order.request().contract()::equals).orElse(true)
                && orderId.map(id -> id == order.orderId()).orElse(true);
        return orderPages.answer(call, "entrustedList", entries, wanted, orders::rest);
    }

    /** One order; its state is spelt {@code state} here. */
    private JsonNode detail(Call call) throws RestProblem {
        call.product();
        for (List<Order> among : List.of(call.book().pending(), call.book().ledger().orders())) {
            Optional<Order> found = Orders.find(call, among);
            if (found.isPresent()) {
                ObjectNode row = orders.rest(found.get());
                row.set("state", row.remove("status"));
                return row;
            }
        }
        throw new RestProblem("40109", "The data of the order cannot be found, please confirm the order number");
    }
}
