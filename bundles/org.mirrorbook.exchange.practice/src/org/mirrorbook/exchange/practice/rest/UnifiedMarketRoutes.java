package org.mirrorbook.exchange.practice.rest;

import java.util.List;
import java.util.Map;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.unified.UnifiedMarketRows;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Public addresses of v3: time, contracts, tickers. Spot and margin are empty here but asked for by clients as they load markets. */
final class UnifiedMarketRoutes {

    private static final List<String> EMPTY = List.of("SPOT", "MARGIN");

    private final Json json;
    private final UnifiedMarketRows rows;

    UnifiedMarketRoutes(Json json, Floor floor) {
        this.json = json;
        this.rows = new UnifiedMarketRows(json, floor);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v3/public/time", new Route(false, this::time));
        routes.put("GET /api/v3/market/instruments", new Route(false, call -> each(call, rows::instrument)));
        routes.put("GET /api/v3/market/tickers", new Route(false, call -> each(call, contract -> rows.restTicker(contract, call.now()))));
    }

    private JsonNode time(Call call) {
        ObjectNode data = json.object();
        data.put("serverTime", Long.toString(call.now()));
        return data;
    }

    private JsonNode each(Call call, Page.Row<Contract> row) throws RestProblem {
        ArrayNode data = json.array();
        if (EMPTY.contains(call.need("category"))) {
            return data;
        }
        for (Contract contract : call.floor().contracts().of(call.category())) {
            if (call.text("symbol").isEmpty() || call.text("symbol").equalsIgnoreCase(contract.symbol())) {
                data.add(row.of(contract));
            }
        }
        return data;
    }
}
