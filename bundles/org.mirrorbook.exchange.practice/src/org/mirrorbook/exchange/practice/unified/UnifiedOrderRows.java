package org.mirrorbook.exchange.practice.unified;

import java.math.BigDecimal;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Fill;
import org.mirrorbook.exchange.practice.books.Order;
import org.mirrorbook.exchange.practice.books.Order.Status;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Orders as rows of the order topic and of v3 REST. Why a position was closed is told by the closing order: {@code execType}, in REST
 * alone, names what the venue forced, {@code delegateType} what a take-profit, a stop-loss or a reversal did.
 */
public final class UnifiedOrderRows {

    private final Json json;

    public UnifiedOrderRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(Order order) {
        OrderRequest request = order.request();
        Contract contract = request.contract();
        ObjectNode row = json.object();
        row.put("category", UnifiedWords.topicCategory(contract.product()));
        row.put("symbol", contract.symbol());
        row.put("orderId", Long.toString(order.orderId()));
        row.put("clientOid", order.clientOid());
        row.put("price", request.limit().map(Json::plain).orElse(""));
        row.put("qty", Json.plain(request.size()));
        row.put("amount", "0");
        row.put("holdMode", request.mode().wire());
        row.put("holdSide", UnifiedWords.side(order));
        row.put("delegateType", delegateType(order));
        row.put("tradeSide", UnifiedWords.tradeSide(request.mode(), order.tradeSide(), request.side().wire()));
        row.put("orderType", order.orderType());
        row.put("timeInForce", "gtc");
        row.put("side", request.side().wire());
        row.put("marginMode", request.marginMode().wire());
        row.put("marginCoin", contract.marginCoin());
        row.put("reduceOnly", request.closes() ? "yes" : "no");
        addExecuted(row, order);
        row.put("totalProfit", Json.plain(order.fill().map(Fill::profit).orElse(BigDecimal.ZERO)));
        row.put("orderStatus", status(order));
        row.put("cancelReason", cancelReason(order));
        row.put("leverage", Integer.toString(order.leverage()));
        addFee(row, order);
        row.put("createdTime", Long.toString(order.cTime()));
        row.put("updatedTime", Long.toString(order.uTime()));
        row.put("stpMode", "none");
        return row;
    }

    public ObjectNode rest(Order order) {
        OrderRequest request = order.request();
        Contract contract = request.contract();
        ObjectNode row = json.object();
        row.put("orderId", Long.toString(order.orderId()));
        row.put("clientOid", order.clientOid());
        row.put("category", contract.product().wire());
        row.put("symbol", contract.symbol());
        row.put("orderType", order.orderType());
        row.put("side", request.side().wire());
        row.put("price", request.limit().map(Json::plain).orElse("0"));
        row.put("qty", Json.plain(request.size()));
        row.put("amount", "0");
        addExecuted(row, order);
        row.put("timeInForce", "gtc");
        row.put("orderStatus", status(order));
        row.put("posSide", UnifiedWords.side(order));
        row.put("holdMode", request.mode().wire());
        row.put("delegateType", delegateType(order));
        row.put("reduceOnly", request.closes() ? "YES" : "NO");
        row.put("marginMode", request.marginMode().wire());
        row.put("stpMode", "none");
        row.put("takeProfit", request.presets().takeProfit().map(Json::plain).orElse(""));
        row.put("stopLoss", request.presets().stopLoss().map(Json::plain).orElse(""));
        for (String blank : new String[] {"tpTriggerBy", "slTriggerBy", "tpOrderType", "slOrderType",
                "tpLimitPrice", "slLimitPrice"}) {
            row.put(blank, "");
        }
        addFee(row, order);
        row.put("cancelReason", cancelReason(order));
        row.put("execType", execType(order));
        row.put("createdTime", Long.toString(order.cTime()));
        row.put("updatedTime", Long.toString(order.uTime()));
        return row;
    }

    private static void addExecuted(ObjectNode row, Order order) {
        row.put("cumExecQty", Json.plain(order.filledSize()));
        row.put("cumExecValue", Json.plain(order.fill().map(Fill::quoteVolume).orElse(BigDecimal.ZERO)));
        row.put("avgPrice", Json.plain(order.fill().map(Fill::price).orElse(BigDecimal.ZERO)));
    }

    private static void addFee(ObjectNode row, Order order) {
        UnifiedWords.addFee(row, order.request().contract().marginCoin(), order.fill().map(Fill::fee).orElse(BigDecimal.ZERO));
    }

    /** Spelt with a double l, other than in v2. */
    private static String status(Order order) {
        return order.status() == Status.CANCELED ? "cancelled" : order.status().wire();
    }

    private static String cancelReason(Order order) {
        return order.status() == Status.CANCELED ? "normal_cancel" : "";
    }

    /** Who or what placed it, in the words that v2 has for the source of an order. */
    private static String delegateType(Order order) {
        return order.forced() ? "normal" : order.request().cause().source();
    }

    private static String execType(Order order) {
        return switch (order.request().cause()) {
            case LIQUIDATION -> "liquidation";
            case ADL -> "adl";
            default -> "normal";
        };
    }
}
