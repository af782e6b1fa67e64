package org.mirrorbook.exchange.practice.unified;

import org.mirrorbook.exchange.practice.books.Fill;
import org.mirrorbook.exchange.practice.books.OrderSide;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/** Executions as rows of the fill and fast-fill topics and of v3 REST; fees are positive for paid in all (protocol notes, Bitget 4.1). */
public final class UnifiedFillRows {

    private final Json json;

    public UnifiedFillRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(Fill fill) {
        ObjectNode row = json.object();
        row.put("symbol", fill.contract().symbol());
        row.put("orderType", fill.style().orderType());
        row.put("updatedTime", Long.toString(fill.at()));
        row.put("side", fill.side().wire());
        row.put("orderId", Long.toString(fill.orderId()));
        row.put("execPnl", Json.plain(fill.profit()));
        UnifiedWords.addFee(row, fill);
        row.put("execTime", Long.toString(fill.at()));
        row.put("tradeScope", fill.style().scope());
        row.put("tradeSide", tradeSide(fill));
        row.put("execId", Long.toString(fill.tradeId()));
        row.put("execLinkId", Long.toString(fill.tradeId()));
        row.put("execPrice", Json.plain(fill.price()));
        row.put("holdSide", holdSide(fill));
        row.put("execValue", Json.plain(fill.quoteVolume()));
        row.put("category", UnifiedWords.topicCategory(fill.contract().product()));
        row.put("execQty", Json.plain(fill.size()));
        row.put("clientOid", fill.clientOid());
        row.put("isRPI", "no");
        return row;
    }

    /** The short form; a push of it carries one object in place of a list. */
    public ObjectNode fast(Fill fill) {
        ObjectNode row = json.object();
        row.put("symbol", fill.contract().symbol());
        row.put("updatedTime", Long.toString(fill.at()));
        row.put("side", fill.side().wire());
        row.put("orderId", Long.toString(fill.orderId()));
        row.put("execTime", Long.toString(fill.at()));
        row.put("tradeScope", fill.style().scope());
        row.put("execId", Long.toString(fill.tradeId()));
        row.put("execPrice", Json.plain(fill.price()));
        row.put("holdSide", holdSide(fill));
        row.put("category", UnifiedWords.topicCategory(fill.contract().product()));
        row.put("execQty", Json.plain(fill.size()));
        row.put("clientOid", fill.clientOid());
        return row;
    }

    public ObjectNode rest(Fill fill) {
        ObjectNode row = json.object();
        row.put("execId", Long.toString(fill.tradeId()));
        row.put("execLinkId", Long.toString(fill.tradeId()));
        row.put("orderId", Long.toString(fill.orderId()));
        row.put("clientOid", fill.clientOid());
        row.put("category", fill.contract().product().wire());
        row.put("symbol", fill.contract().symbol());
        row.put("orderType", fill.style().orderType());
        row.put("side", fill.side().wire());
        row.put("execPrice", Json.plain(fill.price()));
        row.put("execQty", Json.plain(fill.size()));
        row.put("execValue", Json.plain(fill.quoteVolume()));
        row.put("tradeScope", fill.style().scope());
        row.put("tradeSide", tradeSide(fill));
        UnifiedWords.addFee(row, fill);
        row.put("createdTime", Long.toString(fill.at()));
        row.put("updatedTime", Long.toString(fill.at()));
        row.put("execPnl", Json.plain(fill.profit()));
        row.put("isRPI", "no");
        return row;
    }

    private static String tradeSide(Fill fill) {
        return UnifiedWords.tradeSide(fill.mode(), fill.tradeSide(), fill.side().wire());
    }

    /** The side of the position in hedge mode, empty in one-way mode. */
    private static String holdSide(Fill fill) {
        if (fill.mode() == PositionMode.ONE_WAY) {
            return "";
        }
        OrderSide opening = tradeSide(fill).equals("open") ? fill.side() : fill.side().opposite();
        return opening.opens().wire();
    }
}
