package org.mirrorbook.exchange.practice.wire;

import org.mirrorbook.exchange.practice.books.OrderSide;
import org.mirrorbook.exchange.practice.books.PlanOrder;
import org.mirrorbook.exchange.practice.books.PlanOrder.State;
import org.mirrorbook.exchange.practice.books.PositionMode;

import tools.jackson.databind.node.ObjectNode;

/**
 * Take-profits and stop-losses as rows of orders-algo and of REST (protocol notes, Bitget 5.3 and 6.3). Those of a whole position have a
 * size of 0, and in REST no margin mode.
 */
public final class PlanRows {

    private final Json json;

    public PlanRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(PlanOrder plan) {
        ObjectNode row = json.object();
        row.put("instId", plan.contract().symbol());
        row.put("orderId", Long.toString(plan.orderId()));
        row.put("clientOid", plan.clientOid());
        row.put("triggerPrice", Json.plain(plan.trigger()));
        row.put("triggerType", "mark_price");
        row.put("triggerTime", Long.toString(plan.uTime()));
        row.put("planType", plan.kind().wire());
        row.put("price", "0");
        row.put("executePrice", "0");
        row.put("size", Json.plain(plan.size()));
        row.put("actualSize", plan.state() == State.EXECUTED ? Json.plain(plan.size()) : "0");
        row.put("orderType", "market");
        addSides(row, plan);
        row.put("posMode", plan.mode().wire());
        row.put("marginCoin", plan.contract().marginCoin());
        row.put("status", plan.state().wire());
        row.put("enterPointSource", "api");
        row.put("stopSurplusTriggerType", "mark_price");
        row.put("stopLossTriggerType", "mark_price");
        row.put("stpMode", "none");
        row.put("cTime", Long.toString(plan.cTime()));
        row.put("uTime", Long.toString(plan.uTime()));
        return row;
    }

    public ObjectNode rest(PlanOrder plan) {
        ObjectNode row = json.object();
        row.put("planType", plan.kind().rest());
        row.put("symbol", plan.contract().symbol());
        row.put("size", Json.plain(plan.size()));
        row.put("orderId", Long.toString(plan.orderId()));
        row.put("clientOid", plan.clientOid());
        plan.executed().ifPresent(order -> row.put("executeOrderId", Long.toString(order)));
        row.put("price", "");
        row.put("executePrice", "0");
        row.put("callbackRatio", "");
        row.put("triggerPrice", Json.plain(plan.trigger()));
        row.put("triggerType", "mark_price");
        row.put("planStatus", status(plan.state()));
        addSides(row, plan);
        row.put("posMode", plan.mode().wire());
        row.put("marginCoin", plan.contract().marginCoin());
        if (plan.kind().isWhole()) {
            row.putNull("marginMode");
        } else {
            row.put("marginMode", plan.marginMode().wire());
        }
        row.put("enterPointSource", "api");
        row.put("orderType", "market");
        row.put("orderSource", plan.kind().cause().source());
        row.put("stopSurplusTriggerPrice", plan.kind().isProfit() ? Json.plain(plan.trigger()) : "");
        row.put("stopLossTriggerPrice", plan.kind().isProfit() ? "" : Json.plain(plan.trigger()));
        row.put("cTime", Long.toString(plan.cTime()));
        row.put("uTime", Long.toString(plan.uTime()));
        return row;
    }

    /** Fields that a position's row tells of its own take-profit and stop-loss. */
    static void addTo(ObjectNode position, Iterable<PlanOrder> plans) {
        for (String blank : new String[] {"takeProfit", "stopLoss", "takeProfitId", "stopLossId"}) {
            position.put(blank, "");
        }
        for (PlanOrder plan : plans) {
            if (plan.kind().isWhole()) {
                position.put(plan.kind().isProfit() ? "takeProfit" : "stopLoss", Json.plain(plan.trigger()));
                position.put(plan.kind().isProfit() ? "takeProfitId" : "stopLossId", Long.toString(plan.orderId()));
            }
        }
    }

    private static void addSides(ObjectNode row, PlanOrder plan) {
        boolean hedge = plan.mode() == PositionMode.HEDGE;
        OrderSide closing = plan.side().opening().opposite();
        row.put("side", closing.wire());
        row.put("tradeSide", hedge ? "close" : closing.wire() + "_single");
        row.put("posSide", hedge ? plan.side().wire() : "net");
    }

    private static String status(State state) {
        return state == State.FAILED ? "fail_trigger" : state.wire();
    }
}
