package org.mirrorbook.exchange.practice.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.PlanKind;
import org.mirrorbook.exchange.practice.books.PlanOrder;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.wire.Json;
import org.mirrorbook.exchange.practice.wire.PlanRows;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Take-profits and stop-losses: placed, moved, cancelled, listed (protocol notes, Bitget 6.3). No trigger and trailing orders here. */
final class PlanRoutes {

    private static final int USUAL_LIMIT = 100;
    private static final Set<String> OTHERS = Set.of("normal_plan", "track_plan", "moving_plan");

    private final Json json;
    private final PlanRows rows;
    private final Consumer<Happening> happened;
    private final Page<PlanOrder> pages = new Page<>(PlanOrder::orderId, PlanOrder::cTime, USUAL_LIMIT);

    PlanRoutes(Json json, Consumer<Happening> happened) {
        this.json = json;
        this.rows = new PlanRows(json);
        this.happened = happened;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST /api/v2/mix/order/place-tpsl-order", new Route(true, this::place));
        routes.put("POST /api/v2/mix/order/modify-tpsl-order", new Route(true, this::move));
        routes.put("POST /api/v2/mix/order/cancel-plan-order", new Route(true, this::cancel));
        routes.put("GET /api/v2/mix/order/orders-plan-pending", new Route(true, call -> list(call, call.book().plans().live())));
        routes.put("GET /api/v2/mix/order/orders-plan-history", new Route(true, call -> list(call, call.book().plans().over())));
    }

    private JsonNode place(Call call) throws RestProblem, OrderRefused {
        call.product();
        Contract contract = call.needContract();
        PlanKind kind = PlanKind.named(call.need("planType")).orElseThrow(() -> new RestProblem("40020", "Parameter planType error"));
        String side = call.need("holdSide").toLowerCase(Locale.ROOT);
        Position position = call.book().positions(contract).stream()
                .filter(held -> held.side().wire().equals(side) || held.side().opening().wire().equals(side))
                .findFirst().orElseThrow(() -> new OrderRefused("43023", "Insufficient position, can not set profit or stop loss"));
        BigDecimal size = kind.isWhole() ? BigDecimal.ZERO : call.decimal("size");
        if (!kind.isWhole() && (size.signum() <= 0 || !contract.isStep(size))) {
            throw new RestProblem("40020", "Parameter size error");
        }
        List<BookEvent> events = call.book().plan(position, kind, call.decimal("triggerPrice"), size, call.text("clientOid"), call.now());
        happened.accept(new Happening(call.account(), events, call.now()));
        PlanOrder placed = call.book().plans().live().getLast();
        ObjectNode data = json.object();
        data.put("orderId", Long.toString(placed.orderId()));
        data.put("clientOid", placed.clientOid());
        return data;
    }

    /** Has a plan wait for another price; without a size it keeps its own. */
    private JsonNode move(Call call) throws RestProblem, OrderRefused {
        call.product();
        call.needContract();
        PlanOrder plan = call.book().plans().live().stream()
                .filter(waiting -> UnifiedOrderRoutes.isMeant(call, waiting.orderId(), waiting.clientOid()))
                .findFirst().orElseThrow(() -> new OrderRefused("40768", "Order does not exist"));
        BigDecimal trigger = call.price("triggerPrice").orElseThrow(() -> new RestProblem("40020", "Parameter triggerPrice error"));
        BigDecimal size = plan.kind().isWhole() || call.text("size").isEmpty() ? plan.size() : call.decimal("size");
        if (!plan.kind().isWhole() && (size.signum() <= 0 || !plan.contract().isStep(size))) {
            throw new RestProblem("40020", "Parameter size error");
        }
        happened.accept(new Happening(call.account(), call.book().movePlan(plan, trigger, size, call.now()), call.now()));
        ObjectNode data = json.object();
        data.put("orderId", Long.toString(plan.orderId()));
        data.put("clientOid", plan.clientOid());
        return data;
    }

    /** Cancels the plan of that id, or all of the product or symbol. */
    private JsonNode cancel(Call call) throws RestProblem {
        ProductType product = call.product();
        Optional<Contract> contract = call.contract();
        String id = call.text("orderId");
        List<PlanOrder> meant = call.book().plans().live().stream()
                .filter(plan -> plan.contract().product() == product && contract.map(plan.contract()::equals).orElse(true))
                .filter(plan -> id.isEmpty() || id.equals(Long.toString(plan.orderId())))
                .toList();
        List<BookEvent> events = new ArrayList<>(call.book().cancelPlans(meant::contains, call.now()));
        if (!events.isEmpty()) {
            happened.accept(new Happening(call.account(), events, call.now()));
        }
        ObjectNode data = json.object();
        ArrayNode done = data.putArray("successList");
        for (PlanOrder plan : meant) {
            ObjectNode row = done.addObject();
            row.put("orderId", Long.toString(plan.orderId()));
            row.put("clientOid", plan.clientOid());
        }
        data.putArray("failureList");
        return data;
    }

    /** The group profit_loss stands for all that there are here; with nothing to show the list is null, as clients have met it. */
    private JsonNode list(Call call, List<PlanOrder> entries) throws RestProblem {
        ProductType product = call.product();
        Optional<Contract> contract = call.contract();
        String type = call.need("planType");
        Optional<PlanKind> kind = PlanKind.named(type);
        if (kind.isEmpty() && !type.equals("profit_loss") && !OTHERS.contains(type)) {
            throw new RestProblem("40020", "Parameter planType error");
        }
        Predicate<PlanOrder> wanted = plan -> plan.contract().product() == product
                && contract.map(plan.contract()::equals).orElse(true)
                && (type.equals("profit_loss") || kind.filter(named -> named == plan.kind()).isPresent());
        ObjectNode data = pages.answer(call, "entrustedList", entries, wanted, rows::rest);
        if (data.path("entrustedList").isEmpty()) {
            data.putNull("entrustedList");
        }
        return data;
    }
}
