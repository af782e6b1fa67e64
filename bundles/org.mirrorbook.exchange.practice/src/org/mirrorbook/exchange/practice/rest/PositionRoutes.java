package org.mirrorbook.exchange.practice.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.ClosedLife;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.ZeroRows;
import org.mirrorbook.exchange.practice.wire.Json;
import org.mirrorbook.exchange.practice.wire.LifeRows;
import org.mirrorbook.exchange.practice.wire.PositionRows;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Open positions and closed ones. History lags a close by a moment, as at the venue (protocol notes, Bitget 6.3). */
final class PositionRoutes {

    private static final int USUAL_LIMIT = 20;

    private final Json json;
    private final HistoryLag lag;
    private final ZeroRows closed;
    private final PositionRows positions;
    private final LifeRows lives;
    private final Page<ClosedLife> pages = new Page<>(ClosedLife::recordId, ClosedLife::closedAt, USUAL_LIMIT);

    PositionRoutes(Json json, Oddities oddities) {
        this.json = json;
        this.lag = new HistoryLag(oddities);
        this.closed = new ZeroRows(oddities);
        this.positions = new PositionRows(json);
        this.lives = new LifeRows(json);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v2/mix/position/all-position", new Route(true, call -> rows(call, open(call, call.product()))));
        routes.put("GET /api/v2/mix/position/single-position",
                new Route(true, call -> single(call)));
        routes.put("GET /api/v2/mix/position/history-position", new Route(true, this::history));
    }

    private List<Position> open(Call call, ProductType product) {
        return closed.with(call.book().positions(product), call.book(), product);
    }

    private JsonNode single(Call call) throws RestProblem {
        Contract contract = call.needContract();
        return rows(call, open(call, contract.product()).stream().filter(position -> position.contract().equals(contract)).toList());
    }

    private JsonNode rows(Call call, List<Position> held) {
        String coin = call.text("marginCoin");
        ArrayNode data = json.array();
        held.stream()
                .filter(position -> coin.isEmpty() || position.contract().marginCoin().equalsIgnoreCase(coin))
                .forEach(position -> data.add(
                        positions.rest(position, call.book(), call.floor().prices().of(position.contract()).mark())));
        return data;
    }

    private JsonNode history(Call call) throws RestProblem {
        Optional<Contract> contract = call.contract();
        ProductType product = call.text("productType").isEmpty() ? ProductType.USDT_FUTURES : call.product();
        Predicate<ClosedLife> wanted = closed -> contract.isPresent()
                ? closed.life().contract().equals(contract.get())
                : closed.life().contract().product() == product;
        return pages.answer(call, "list", call.book().ledger().lives(),
                wanted.and(life -> lag.shows(life.closedAt(), call.now())), lives::rest);
    }
}
