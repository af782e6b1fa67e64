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
import org.mirrorbook.exchange.practice.unified.UnifiedLifeRows;
import org.mirrorbook.exchange.practice.unified.UnifiedPositionRows;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Open positions and closed ones in v3; who is flat gets null in place of a list (protocol notes, Bitget 7). */
final class UnifiedPositionRoutes {

    private final Json json;
    private final HistoryLag lag;
    private final UnifiedPositionRows positions;
    private final UnifiedLifeRows lives;
    private final CursorPage<ClosedLife> pages = new CursorPage<>(ClosedLife::recordId, ClosedLife::closedAt);

    UnifiedPositionRoutes(Json json, Oddities oddities) {
        this.json = json;
        this.lag = new HistoryLag(oddities);
        this.positions = new UnifiedPositionRows(json);
        this.lives = new UnifiedLifeRows(json);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v3/position/current-position", new Route(true, this::current));
        routes.put("GET /api/v3/position/history-position", new Route(true, this::history));
    }

    private JsonNode current(Call call) throws RestProblem {
        ProductType product = call.category();
        Optional<Contract> contract = call.contract();
        String side = call.text("posSide");
        List<Position> held = call.book().positions(product).stream()
                .filter(position -> contract.map(position.contract()::equals).orElse(true))
                .filter(position -> side.isEmpty() || position.side().wire().equalsIgnoreCase(side))
                .toList();
        ObjectNode data = json.object();
        if (held.isEmpty()) {
            data.putNull("list");
            return data;
        }
        ArrayNode list = data.putArray("list");
        held.forEach(position -> list.add(positions.rest(position, call.book(), call.floor().prices().of(position.contract()).mark())));
        return data;
    }

    private JsonNode history(Call call) throws RestProblem {
        ProductType product = call.category();
        Optional<Contract> contract = call.contract();
        Predicate<ClosedLife> wanted = closed -> closed.life().contract().product() == product
                && contract.map(closed.life().contract()::equals).orElse(true)
                && lag.shows(closed.closedAt(), call.now());
        return pages.answer(call, call.book().ledger().lives(), wanted, lives::rest);
    }
}
