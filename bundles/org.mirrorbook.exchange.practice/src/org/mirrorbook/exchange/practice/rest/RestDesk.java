package org.mirrorbook.exchange.practice.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.AccountKind;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers REST requests in the venue's envelope (protocol notes, Bitget 6.2). Used on the exchange's lane only. */
public final class RestDesk {

    private final Json json;
    private final Floor floor;
    private final Gate gate;
    private final Disturbances disturbances;
    private final Dress dress;
    private final Map<String, Route> routes = new HashMap<>();

    /**
     * @param happened is told what a request did to the books
     */
    public RestDesk(Json json, Floor floor, Keyring keyring, Oddities oddities, Consumer<Happening> happened) {
        this.json = json;
        this.floor = floor;
        this.gate = new Gate(keyring);
        this.disturbances = new Disturbances(oddities);
        this.dress = new Dress(oddities);
        new MarketRoutes(json, floor).addTo(routes);
        new PositionRoutes(json, oddities).addTo(routes);
        new OrderRoutes(json).addTo(routes);
        new PlanRoutes(json, happened).addTo(routes);
        new TradeRoutes(json, happened).addTo(routes);
        new AccountRoutes(json, floor, keyring, happened).addTo(routes);
        new UnifiedMarketRoutes(json, floor).addTo(routes);
        new UnifiedPositionRoutes(json, oddities).addTo(routes);
        new UnifiedOrderRoutes(json).addTo(routes);
        new UnifiedTradeRoutes(json, happened).addTo(routes);
        new UnifiedStrategyRoutes(json, happened).addTo(routes);
        new UnifiedAccountRoutes(json, floor, keyring, happened).addTo(routes);
    }

    /**
     * The reply to the request.
     *
     * @param now in ms since 1970
     */
    public RestReply answer(RestRequest request, long now) {
        long told = now + disturbances.skew().toMillis();
        try {
            disturbances.before(request, now);
            Route route = routes.get(request.method() + " " + request.path());
            if (route == null) {
                throw new RestProblem(404, "40404", "Request URL NOT FOUND");
            }
            if (route.signed()) {
                disturbances.signed();
            }
            int account = route.signed() ? gate.account(request, told) : -1;
            if (route.signed()) {
                checkKind(request, floor.account(account).kind());
            }
            JsonNode data = dress.of(route.answer().to(Call.of(floor, json, account, disturbances.paged(request), now)));
            if (data instanceof ObjectNode object && object.has("serverTime")) {
                object.put("serverTime", Long.toString(told));
            }
            return new RestReply(200, envelope("00000", "success", told, data));
        } catch (RestProblem problem) {
            return new RestReply(problem.status(), envelope(problem.code(), problem.getMessage(), told, null));
        } catch (OrderRefused refused) {
            return new RestReply(400, envelope(refused.code(), refused.getMessage(), told, null));
        }
    }

    /** An account answers its own protocol alone (protocol notes, Bitget 1.1). */
    private static void checkKind(RestRequest request, AccountKind kind) throws RestProblem {
        AccountKind spoken = request.path().startsWith("/api/v3/") ? AccountKind.UNIFIED : AccountKind.CLASSIC;
        if (spoken != kind) {
            throw new RestProblem(kind.refusalCode(), kind.refusal());
        }
    }

    private String envelope(String code, String message, long now, JsonNode data) {
        ObjectNode envelope = json.object();
        envelope.put("code", code);
        envelope.put("msg", message);
        envelope.put("requestTime", now);
        if (data == null) {
            envelope.putNull("data");
        } else {
            envelope.set("data", data);
        }
        return json.write(envelope);
    }
}
