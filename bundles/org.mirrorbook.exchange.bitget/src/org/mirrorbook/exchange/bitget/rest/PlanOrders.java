package org.mirrorbook.exchange.bitget.rest;

import java.util.LinkedHashMap;
import java.util.List;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.PlanOrder;

/** The orders of a scope that wait for a price. The venue gives them by kind, so all of them take three questions. */
record PlanOrders(Pages pages) {

    private static final List<String> KINDS = List.of("normal_plan", "track_plan", "profit_loss");

    List<PlanOrder> read(Scope scope) {
        var orders = new LinkedHashMap<String, PlanOrder>();
        for (var kind : KINDS) {
            pages.all(Endpoint.PLANS, "entrustedList", Pages.query(scope, "planType", kind), rows -> {
                PlanOrder.read(scope, rows).forEach(order -> orders.putIfAbsent(order.orderId(), order));
                return true;
            });
        }
        return List.copyOf(orders.values());
    }
}
