package org.mirrorbook.exchange.practice.rest;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.Order;

/** Finds the order that a call names by the venue's id or by its own. */
final class Orders {

    private Orders() {
    }

    static Optional<Order> find(Call call, List<Order> among) {
        String orderId = call.text("orderId");
        String clientOid = call.text("clientOid");
        return among.stream().filter(order -> orderId.equals(Long.toString(order.orderId()))
                || !clientOid.isEmpty() && clientOid.equals(order.clientOid())).findFirst();
    }
}
