package org.mirrorbook.exchange.practice.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Fill;
import org.mirrorbook.exchange.practice.books.Order;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.unified.UnifiedFillRows;
import org.mirrorbook.exchange.practice.unified.UnifiedOrderRows;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/** Orders and executions in v3, as they are and were. The category may be left out; then all products are told. */
final class UnifiedOrderRoutes {

    private final UnifiedOrderRows orders;
    private final UnifiedFillRows fills;
    private final CursorPage<Fill> fillPages = new CursorPage<>(Fill::tradeId, Fill::at);
    private final CursorPage<Order> orderPages = new CursorPage<>(Order::orderId, Order::cTime);

    UnifiedOrderRoutes(Json json) {
        this.orders = new UnifiedOrderRows(json);
        this.fills = new UnifiedFillRows(json);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v3/trade/fills", new Route(true, this::fills));
        routes.put("GET /api/v3/trade/history-orders", new Route(true, call -> orders(call, call.book().ledger().orders())));
        routes.put("GET /api/v3/trade/unfilled-orders", new Route(true, call -> orders(call, call.book().pending())));
        routes.put("GET /api/v3/trade/order-info", new Route(true, this::order));
    }

    private JsonNode fills(Call call) throws RestProblem {
        Predicate<Contract> contracts = contracts(call);
        Optional<Long> orderId = call.number("orderId");
        Predicate<Fill> wanted = fill -> contracts.test(fill.contract()) && orderId.map(id -> id == fill.orderId()).orElse(true);
        return fillPages.answer(call, call.book().ledger().fills(), wanted, fills::rest);
    }

    private JsonNode orders(Call call, List<Order> entries) throws RestProblem {
        Predicate<Contract> contracts = contracts(call);
        Optional<Long> orderId = call.number("orderId");
        Predicate<Order> wanted = order -> contracts.test(order.request().contract())
                && orderId.map(id -> id == order.orderId()).orElse(true);
        return orderPages.answer(call, entries, wanted, orders::rest);
    }

    private static Predicate<Contract> contracts(Call call) throws RestProblem {
        Optional<ProductType> product = call.text("category").isEmpty() ? Optional.empty() : Optional.of(call.category());
        Optional<Contract> contract = call.contract();
        return candidate -> product.map(wanted -> wanted == candidate.product()).orElse(true)
                && contract.map(candidate::equals).orElse(true);
    }

    private JsonNode order(Call call) throws RestProblem {
        for (List<Order> among : List.of(call.book().pending(), call.book().ledger().orders())) {
            for (Order order : among) {
                if (isMeant(call, order.orderId(), order.clientOid())) {
                    return orders.rest(order);
                }
            }
        }
        throw notFound();
    }

    /** Whether the call names that order, by the venue's id or by the client's own. */
    static boolean isMeant(Call call, long orderId, String clientOid) {
        return call.text("orderId").equals(Long.toString(orderId))
                || !clientOid.isEmpty() && call.text("clientOid").equals(clientOid);
    }

    static RestProblem notFound() {
        return new RestProblem("40109", "The data of the order cannot be found, please confirm the order number");
    }
}
