package org.mirrorbook.exchange.practice.unified;

import org.mirrorbook.exchange.practice.books.PlanOrder;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Take-profits and stop-losses as rows of the strategy-order topic and of v3 REST, which differ in how they spell the category. They wait
 * for the mark price and close at market; a quantity of zero is the whole position.
 */
public final class UnifiedPlanRows {

    private final Json json;

    public UnifiedPlanRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(PlanOrder plan) {
        return row(plan, UnifiedWords.topicCategory(plan.contract().product()));
    }

    public ObjectNode rest(PlanOrder plan) {
        return row(plan, plan.contract().product().wire());
    }

    private ObjectNode row(PlanOrder plan, String category) {
        boolean profit = plan.kind().isProfit();
        String trigger = Json.plain(plan.trigger());
        ObjectNode row = json.object();
        row.put("category", category);
        row.put("symbol", plan.contract().symbol());
        row.put("orderId", Long.toString(plan.orderId()));
        row.put("clientOid", plan.clientOid());
        row.put("qty", Json.plain(plan.size()));
        row.put("side", plan.side().opening().opposite().wire());
        row.put("posSide", plan.side().wire());
        row.put("reduceOnly", "yes");
        row.put("type", "tpsl");
        row.put("status", status(plan));
        row.put("triggerType", profit ? "takeProfit" : "stopLoss");
        row.put("tpTriggerBy", profit ? "mark" : "");
        row.put("slTriggerBy", profit ? "" : "mark");
        row.put("takeProfit", profit ? trigger : "");
        row.put("stopLoss", profit ? "" : trigger);
        row.put("tpOrderType", profit ? "market" : "");
        row.put("slOrderType", profit ? "" : "market");
        for (String blank : new String[] {"tpLimitPrice", "slLimitPrice", "triggerBy", "triggerPrice", "triggerOrderType",
                "triggerOrderPrice"}) {
            row.put(blank, "");
        }
        row.put("createdTime", Long.toString(plan.cTime()));
        row.put("updatedTime", Long.toString(plan.uTime()));
        return row;
    }

    /** Other words than in v2. */
    private static String status(PlanOrder plan) {
        return switch (plan.state()) {
            case LIVE -> "pending";
            case EXECUTED -> "success";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
