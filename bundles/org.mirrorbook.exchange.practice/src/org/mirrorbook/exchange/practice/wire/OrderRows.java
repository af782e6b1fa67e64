package org.mirrorbook.exchange.practice.wire;

import java.math.BigDecimal;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Fill;
import org.mirrorbook.exchange.practice.books.Order;
import org.mirrorbook.exchange.practice.books.OrderRequest;

import tools.jackson.databind.node.ObjectNode;

/** Orders as rows of the orders channel and of REST (protocol notes, Bitget 5.2). Fields of the fill are absent before there is one. */
public final class OrderRows {

    private final Json json;

    public OrderRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(Order order, BigDecimal mark) {
        OrderRequest request = order.request();
        Contract contract = request.contract();
        ObjectNode row = json.object();
        row.put("accBaseVolume", Json.plain(order.filledSize()));
        row.put("cTime", Long.toString(order.cTime()));
        row.put("clientOid", order.clientOid());
        ObjectNode fee = row.putArray("feeDetail").addObject();
        fee.put("feeCoin", contract.marginCoin());
        fee.put("fee", order.fill().map(Fill::fee).map(Json::plain).orElse("0"));
        order.fill().ifPresent(fill -> addFill(row, fill));
        request.presets().takeProfit().ifPresent(price -> row.put("presetStopSurplusPrice", Json.plain(price)));
        request.presets().stopLoss().ifPresent(price -> row.put("presetStopLossPrice", Json.plain(price)));
        row.put("force", "gtc");
        row.put("instId", contract.symbol());
        row.put("leverage", Integer.toString(order.leverage()));
        row.put("marginCoin", contract.marginCoin());
        row.put("marginMode", request.marginMode().wire());
        row.put("notionalUsd", Json.plain(request.size().multiply(mark)));
        row.put("orderId", Long.toString(order.orderId()));
        row.put("orderType", order.orderType());
        row.put("posMode", request.mode().wire());
        row.put("posSide", order.posSide());
        row.put("price", request.limit().map(Json::plain).orElse("0"));
        row.put("reduceOnly", reduceOnly(order) ? "yes" : "no");
        row.put("stpMode", "none");
        row.put("side", request.side().wire());
        row.put("size", Json.plain(request.size()));
        row.put("enterPointSource", order.forced() ? "SYS" : "API");
        row.put("status", order.status().wire());
        row.put("tradeSide", order.tradeSide());
        row.put("uTime", Long.toString(order.uTime()));
        return row;
    }

    private static void addFill(ObjectNode row, Fill fill) {
        row.put("fillFee", Json.plain(fill.fee()));
        row.put("fillFeeCoin", fill.contract().marginCoin());
        row.put("fillNotionalUsd", Json.plain(fill.quoteVolume()));
        row.put("fillPrice", Json.plain(fill.price()));
        row.put("baseVolume", Json.plain(fill.size()));
        row.put("fillTime", Long.toString(fill.at()));
        row.put("pnl", Json.plain(fill.profit()));
        row.put("totalProfits", Json.plain(fill.profit()));
        row.put("priceAvg", Json.plain(fill.price()));
        row.put("tradeScope", fill.style().isMaker() ? "M" : "T");
        row.put("tradeId", Long.toString(fill.tradeId()));
    }

    public ObjectNode rest(Order order) {
        OrderRequest request = order.request();
        ObjectNode row = json.object();
        row.put("symbol", request.contract().symbol());
        row.put("size", Json.plain(request.size()));
        row.put("orderId", Long.toString(order.orderId()));
        row.put("clientOid", order.clientOid());
        row.put("baseVolume", Json.plain(order.filledSize()));
        row.put("fee", order.fill().map(Fill::fee).map(Json::plain).orElse("0"));
        row.put("price", request.limit().map(Json::plain).orElse(""));
        row.put("priceAvg", order.fill().map(Fill::price).map(Json::plain).orElse(""));
        row.put("status", order.status().wire());
        row.put("side", request.side().wire());
        row.put("force", "gtc");
        row.put("totalProfits", order.fill().map(Fill::profit).map(Json::plain).orElse("0"));
        row.put("posSide", order.posSide());
        row.put("marginCoin", request.contract().marginCoin());
        row.put("quoteVolume", order.fill().map(Fill::quoteVolume).map(Json::plain).orElse("0"));
        row.put("leverage", Integer.toString(order.leverage()));
        row.put("marginMode", request.marginMode().wire());
        row.put("enterPointSource", order.forced() ? "sys" : "api");
        row.put("tradeSide", order.tradeSide());
        row.put("posMode", request.mode().wire());
        row.put("orderType", order.orderType());
        row.put("orderSource", order.source());
        row.put("presetStopSurplusPrice", request.presets().takeProfit().map(Json::plain).orElse(""));
        row.put("presetStopLossPrice", request.presets().stopLoss().map(Json::plain).orElse(""));
        row.put("reduceOnly", reduceOnly(order) ? "YES" : "NO");
        row.put("cTime", Long.toString(order.cTime()));
        row.put("uTime", Long.toString(order.uTime()));
        return row;
    }

    private static boolean reduceOnly(Order order) {
        return order.request().closes();
    }
}
