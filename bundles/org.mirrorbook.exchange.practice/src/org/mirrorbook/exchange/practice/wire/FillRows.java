package org.mirrorbook.exchange.practice.wire;

import org.mirrorbook.exchange.practice.books.Fill;

import tools.jackson.databind.node.ObjectNode;

/** Executions as rows of the fill channel and of REST (protocol notes, Bitget 5.4). No row names the position it belongs to. */
public final class FillRows {

    private final Json json;

    public FillRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(Fill fill) {
        ObjectNode row = json.object();
        row.put("orderId", Long.toString(fill.orderId()));
        row.put("tradeId", Long.toString(fill.tradeId()));
        row.put("clientOid", fill.clientOid());
        row.put("symbol", fill.contract().symbol());
        row.put("side", fill.side().wire());
        row.put("orderType", fill.style().orderType());
        row.put("posMode", fill.mode().wire());
        addAmounts(row, fill);
        row.put("tradeSide", fill.tradeSide());
        row.put("tradeScope", fill.style().scope());
        addFee(row, fill);
        row.put("cTime", Long.toString(fill.at()));
        row.put("uTime", Long.toString(fill.at()));
        return row;
    }

    public ObjectNode rest(Fill fill) {
        ObjectNode row = json.object();
        row.put("tradeId", Long.toString(fill.tradeId()));
        row.put("symbol", fill.contract().symbol());
        row.put("orderId", Long.toString(fill.orderId()));
        addAmounts(row, fill);
        addFee(row, fill);
        row.put("side", fill.side().wire());
        row.put("enterPointSource", "api");
        row.put("tradeSide", fill.tradeSide());
        row.put("posMode", fill.mode().wire());
        row.put("tradeScope", fill.style().scope());
        row.put("cTime", Long.toString(fill.at()));
        return row;
    }

    /** What the adl-noti channel tells of an execution that deleveraged (protocol notes, Bitget 5.5). */
    public ObjectNode deleveraging(Fill fill) {
        ObjectNode row = json.object();
        row.put("symbol", fill.contract().symbol());
        row.put("side", fill.side().wire());
        row.put("status", "triggered");
        row.put("price", Json.plain(fill.price()));
        row.put("amount", Json.plain(fill.size()));
        row.put("ts", Long.toString(fill.at()));
        return row;
    }

    private static void addAmounts(ObjectNode row, Fill fill) {
        row.put("price", Json.plain(fill.price()));
        row.put("baseVolume", Json.plain(fill.size()));
        row.put("quoteVolume", Json.plain(fill.quoteVolume()));
        row.put("profit", Json.plain(fill.profit()));
    }

    private static void addFee(ObjectNode row, Fill fill) {
        ObjectNode fee = row.putArray("feeDetail").addObject();
        fee.put("feeCoin", fill.contract().marginCoin());
        fee.put("deduction", "no");
        fee.put("totalDeductionFee", "0");
        fee.put("totalFee", Json.plain(fill.fee()));
    }
}
