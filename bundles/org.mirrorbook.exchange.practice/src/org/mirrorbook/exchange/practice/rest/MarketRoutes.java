package org.mirrorbook.exchange.practice.rest;

import java.util.Locale;
import java.util.Map;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.wire.Json;
import org.mirrorbook.exchange.practice.wire.MarketRows;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Public addresses: time, contracts, tickers; the spot market, which is empty here but asked for by clients as they load markets. */
final class MarketRoutes {

    private final Json json;
    private final MarketRows rows;

    MarketRoutes(Json json, Floor floor) {
        this.json = json;
        this.rows = new MarketRows(json, floor);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v2/public/time", new Route(false, this::time));
        routes.put("GET /api/v2/mix/market/contracts", new Route(false, this::contracts));
        routes.put("GET /api/v2/mix/market/ticker", new Route(false, this::ticker));
        routes.put("GET /api/v2/mix/market/tickers", new Route(false, this::tickers));
        routes.put("GET /api/v2/spot/public/coins", new Route(false, call -> json.array()));
        routes.put("GET /api/v2/spot/public/symbols", new Route(false, call -> json.array()));
        routes.put("GET /api/v2/margin/currencies", new Route(false, call -> json.array()));
    }

    private JsonNode time(Call call) {
        ObjectNode data = json.object();
        data.put("serverTime", Long.toString(call.now()));
        return data;
    }

    /** Product types that the venue once had for demo trading are known and empty. */
    private JsonNode contracts(Call call) throws RestProblem {
        ArrayNode data = json.array();
        if (call.need("productType").toUpperCase(Locale.ROOT).startsWith("S")) {
            return data;
        }
        ProductType product = call.product();
        for (Contract contract : call.floor().contracts().of(product)) {
            if (call.text("symbol").isEmpty() || call.text("symbol").equalsIgnoreCase(contract.symbol())) {
                data.add(rows.contract(contract));
            }
        }
        return data;
    }

    private JsonNode ticker(Call call) throws RestProblem {
        return json.array().add(rows.ticker(call.needContract(), call.now(), false));
    }

    private JsonNode tickers(Call call) throws RestProblem {
        ArrayNode data = json.array();
        call.floor().contracts().of(call.product()).forEach(contract -> data.add(rows.ticker(contract, call.now(), false)));
        return data;
    }
}
