package org.mirrorbook.exchange.practice.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.books.SymbolSettings;
import org.mirrorbook.exchange.practice.keys.KeyFacts;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.unified.UnifiedFundsRows;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The unified account: money, modes, leverage, and what its key may do. */
final class UnifiedAccountRoutes {

    private final Json json;
    private final Floor floor;
    private final Keyring keyring;
    private final UnifiedFundsRows funds;
    private final Consumer<Happening> happened;

    UnifiedAccountRoutes(Json json, Floor floor, Keyring keyring, Consumer<Happening> happened) {
        this.json = json;
        this.floor = floor;
        this.keyring = keyring;
        this.funds = new UnifiedFundsRows(json, floor);
        this.happened = happened;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v3/account/settings", new Route(true, this::settings));
        routes.put("GET /api/v3/account/info", new Route(true, this::info));
        routes.put("GET /api/v3/account/assets", new Route(true, call -> funds.rest(call.book())));
        routes.put("GET /api/v3/account/switch-status", new Route(true, this::switchStatus));
        routes.put("POST /api/v3/account/set-hold-mode", new Route(true, this::setHoldMode));
        routes.put("POST /api/v3/account/set-leverage", new Route(true, this::setLeverage));
    }

    /** One hold mode for the whole account; the books keep one per product, and that of the largest product is told. */
    private JsonNode settings(Call call) {
        ObjectNode data = json.object();
        data.put("uid", AccountRoutes.userId(call.account()));
        data.put("accountMode", "unified");
        data.put("assetMode", "single");
        data.put("accountLevel", "advanced");
        data.put("holdMode", call.book().mode(ProductType.USDT_FUTURES).wire());
        data.put("stpMode", "none");
        ArrayNode symbols = data.putArray("symbolConfigList");
        for (Contract contract : floor.contracts().all()) {
            SymbolSettings settings = call.book().settings(contract);
            ObjectNode row = symbols.addObject();
            row.put("category", contract.product().wire());
            row.put("symbol", contract.symbol());
            row.put("marginMode", settings.marginMode().wire());
            row.put("leverage", Integer.toString(settings.leverage(HoldSide.LONG)));
        }
        data.putArray("coinConfigList");
        return data;
    }

    private JsonNode info(Call call) throws RestProblem {
        KeyFacts facts = keyring.facts();
        if (!facts.mayAsk()) {
            throw new RestProblem("40014", "Incorrect permissions");
        }
        ObjectNode data = json.object();
        data.put("userId", AccountRoutes.userId(call.account()));
        data.put("inviterId", "");
        data.put("parentId", "");
        data.put("channelCode", "");
        data.put("channel", "");
        data.put("ips", String.join(",", facts.ips()));
        data.put("permType", facts.permType());
        ArrayNode permissions = data.putArray("permissions");
        facts.permissions().forEach(permissions::add);
        data.put("regisTime", "1435725920677");
        return data;
    }

    /** There is no way back to a classic account. */
    private JsonNode switchStatus(Call call) {
        ObjectNode data = json.object();
        data.put("status", "fail");
        data.put("reason", "upgrade_disabled");
        return data;
    }

    private JsonNode setHoldMode(Call call) throws RestProblem, OrderRefused {
        String wanted = call.need("holdMode");
        for (PositionMode mode : PositionMode.values()) {
            if (mode.wire().equals(wanted)) {
                if (!call.book().positions().isEmpty() || !call.book().pending().isEmpty()) {
                    throw new OrderRefused("40920", "Position or order exists, the position mode cannot be switched");
                }
                for (ProductType product : ProductType.values()) {
                    call.book().setMode(product, mode);
                }
                happened.accept(new Happening(call.account(), List.of(), call.now()));
                return StringNode.valueOf("success");
            }
        }
        throw new RestProblem("40020", "Parameter holdMode error");
    }

    private JsonNode setLeverage(Call call) throws RestProblem, OrderRefused {
        call.category();
        Contract contract = call.needContract();
        call.need("leverage");
        int leverage = (int) Math.max(0, Math.min(Integer.MAX_VALUE, call.number("leverage").orElseThrow()));
        String side = call.text("posSide").toUpperCase(Locale.ROOT);
        List<BookEvent> events = new ArrayList<>();
        for (HoldSide each : HoldSide.values()) {
            if (side.isEmpty() || side.equals(each.name())) {
                events.addAll(call.book().setLeverage(contract, each, leverage, call.now()));
            }
        }
        happened.accept(new Happening(call.account(), events, call.now()));
        return StringNode.valueOf("success");
    }
}
