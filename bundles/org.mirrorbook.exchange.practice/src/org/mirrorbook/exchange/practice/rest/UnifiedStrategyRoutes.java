package org.mirrorbook.exchange.practice.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.BookEvent.PlanMoved;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.PlanKind;
import org.mirrorbook.exchange.practice.books.PlanOrder;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.unified.UnifiedPlanRows;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Take-profits and stop-losses in v3: placed for an open position, moved, cancelled, and listed while they wait and after. */
final class UnifiedStrategyRoutes {

    private final Json json;
    private final Consumer<Happening> happened;
    private final UnifiedPlanRows plans;
    private final CursorPage<PlanOrder> pages = new CursorPage<>(PlanOrder::orderId, PlanOrder::cTime);

    UnifiedStrategyRoutes(Json json, Consumer<Happening> happened) {
        this.json = json;
        this.happened = happened;
        this.plans = new UnifiedPlanRows(json);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST /api/v3/trade/place-strategy-order", new Route(true, this::place));
        routes.put("POST /api/v3/trade/modify-strategy-order", new Route(true, this::move));
        routes.put("POST /api/v3/trade/cancel-strategy-order", new Route(true, this::cancel));
        routes.put("GET /api/v3/trade/unfilled-strategy-orders", new Route(true, this::waiting));
        routes.put("GET /api/v3/trade/history-strategy-orders", new Route(true, this::over));
    }

    /** One plan for each of takeProfit and stopLoss; without a quantity for the whole position. The first one's id is told. */
    private JsonNode place(Call call) throws RestProblem, OrderRefused {
        Contract contract = call.needContract();
        String side = call.text("posSide");
        Position position = call.book().positions(contract).stream()
                .filter(held -> side.isEmpty() || held.side().wire().equalsIgnoreCase(side))
                .findFirst()
                .orElseThrow(() -> new OrderRefused("22002", "No position to close"));
        BigDecimal size = call.text("qty").isEmpty() ? BigDecimal.ZERO : call.decimal("qty");
        if (size.signum() < 0 || !contract.isStep(size)) {
            throw new OrderRefused("45110", "qty must be a positive multiple of " + contract.sizeStep().toPlainString());
        }
        Map<PlanKind, BigDecimal> triggers = new EnumMap<>(PlanKind.class);
        for (String trigger : List.of("takeProfit", "stopLoss")) {
            if (!call.text(trigger).isEmpty()) {
                triggers.put(PlanKind.of(trigger.equals("takeProfit"), size.signum() == 0), positive(call, trigger));
            }
        }
        List<BookEvent> events = new ArrayList<>();
        triggers.forEach((kind, trigger) ->
                events.addAll(call.book().plan(position, kind, trigger, size, call.text("clientOid"), call.now())));
        Optional<PlanOrder> placed = events.stream().filter(PlanMoved.class::isInstance).map(event -> ((PlanMoved) event).plan())
                .filter(plan -> plan.state() == PlanOrder.State.LIVE).findFirst();
        if (placed.isEmpty()) {
            throw new RestProblem("40019", "Parameter takeProfit cannot be empty");
        }
        happened.accept(new Happening(call.account(), events, call.now()));
        ObjectNode data = json.object();
        data.put("orderId", Long.toString(placed.get().orderId()));
        data.put("clientOid", placed.get().clientOid());
        return data;
    }

    private static BigDecimal positive(Call call, String name) throws RestProblem {
        BigDecimal given = call.decimal(name);
        if (given.signum() <= 0) {
            throw new RestProblem("40020", "Parameter " + name + " error");
        }
        return given;
    }

    /** Has a plan wait for another price; without a quantity it keeps its own. */
    private JsonNode move(Call call) throws RestProblem, OrderRefused {
        PlanOrder plan = call.book().plans().live().stream()
                .filter(waiting -> UnifiedOrderRoutes.isMeant(call, waiting.orderId(), waiting.clientOid()))
                .findFirst().orElseThrow(UnifiedOrderRoutes::notFound);
        BigDecimal trigger = positive(call, plan.kind().isProfit() ? "takeProfit" : "stopLoss");
        BigDecimal size = plan.kind().isWhole() || call.text("qty").isEmpty() ? plan.size() : call.decimal("qty");
        if (!plan.kind().isWhole() && (size.signum() <= 0 || !plan.contract().isStep(size))) {
            throw new OrderRefused("45110", "qty must be a positive multiple of " + plan.contract().sizeStep().toPlainString());
        }
        happened.accept(new Happening(call.account(), call.book().movePlan(plan, trigger, size, call.now()), call.now()));
        ObjectNode data = json.object();
        data.put("orderId", Long.toString(plan.orderId()));
        data.put("clientOid", plan.clientOid());
        return data;
    }

    private JsonNode cancel(Call call) throws RestProblem {
        List<BookEvent> events = call.book().cancelPlans(plan -> UnifiedOrderRoutes.isMeant(call, plan.orderId(), plan.clientOid()),
                call.now());
        if (events.isEmpty()) {
            throw UnifiedOrderRoutes.notFound();
        }
        happened.accept(new Happening(call.account(), events, call.now()));
        return NullNode.getInstance();
    }

    private JsonNode waiting(Call call) throws RestProblem {
        ProductType product = call.category();
        ArrayNode data = json.array();
        call.book().plans().live().stream().filter(plan -> plan.contract().product() == product)
                .forEach(plan -> data.add(plans.rest(plan)));
        return data;
    }

    private JsonNode over(Call call) throws RestProblem {
        ProductType product = call.category();
        Predicate<PlanOrder> wanted = plan -> plan.contract().product() == product;
        return pages.answer(call, call.book().plans().over(), wanted, plans::rest);
    }
}
