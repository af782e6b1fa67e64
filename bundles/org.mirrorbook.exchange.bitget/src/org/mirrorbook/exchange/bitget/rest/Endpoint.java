package org.mirrorbook.exchange.bitget.rest;

/** The lists of the REST side that are read for a classic account, each with its limit (protocol notes, Bitget 6.3). */
enum Endpoint {

    CONTRACTS("/api/v2/mix/market/contracts", 20),
    OPEN_POSITIONS("/api/v2/mix/position/all-position", 5),
    CLOSED_POSITIONS("/api/v2/mix/position/history-position", 20),
    FILLS("/api/v2/mix/order/fills", 10),
    OLD_FILLS("/api/v2/mix/order/fill-history", 10),
    ORDER("/api/v2/mix/order/detail", 10),
    OLD_ORDERS("/api/v2/mix/order/orders-history", 10),
    PLANS("/api/v2/mix/order/orders-plan-pending", 10),
    ACCOUNT("/api/v2/mix/account/account", 10),
    ACCOUNTS("/api/v2/mix/account/accounts", 10);

    final String path;
    final int perSecond;

    Endpoint(String path, int perSecond) {
        this.path = path;
        this.perSecond = perSecond;
    }
}
