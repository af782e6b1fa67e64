package org.mirrorbook.exchange.bitget.rest;

import java.util.LinkedHashMap;
import java.util.List;

import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.PlanOrder;
import org.mirrorbook.exchange.bitget.wire.Protections;

/**
 * The orders of a scope that wait for a price and protect a position: one of the three groups in which the venue gives what waits. The
 * other two are trigger orders (protocol notes, Bitget 6.3).
 */
record PlanOrders(Pages pages) {

    private static final String PROTECTING = "profit_loss";

    List<ProtectiveOrder> read(Scope scope) {
        var orders = new LinkedHashMap<String, ProtectiveOrder>();
        pages.all(Endpoint.PLANS, "entrustedList", Pages.query(scope, "planType", PROTECTING), rows -> {
            Protections.waiting(PlanOrder.read(scope, rows), pages::strange)
                    .forEach(order -> orders.putIfAbsent(order.orderId(), order));
            return true;
        });
        return List.copyOf(orders.values());
    }
}
