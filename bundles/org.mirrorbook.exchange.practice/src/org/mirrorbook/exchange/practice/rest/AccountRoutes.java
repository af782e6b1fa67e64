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
import org.mirrorbook.exchange.practice.books.MarginMode;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.books.SymbolSettings;
import org.mirrorbook.exchange.practice.keys.KeyFacts;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.wire.FundsRows;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The account: money, modes, leverage, and what its key may do. */
final class AccountRoutes {

    private static final long FIRST_USER = 7_000_000_001L;

    private final Json json;
    private final FundsRows funds;
    private final Keyring keyring;
    private final Consumer<Happening> happened;

    AccountRoutes(Json json, Floor floor, Keyring keyring, Consumer<Happening> happened) {
        this.json = json;
        this.funds = new FundsRows(json, floor.contracts(), floor.prices());
        this.keyring = keyring;
        this.happened = happened;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v2/mix/account/account", new Route(true, call -> funds.rest(call.book(), call.needContract())));
        routes.put("GET /api/v2/mix/account/accounts",
                new Route(true, call -> json.array().add(funds.rest(call.book(), funds.coin(call.product())))));
        routes.put("GET /api/v2/spot/account/info", new Route(true, this::info));
        routes.put("POST /api/v2/mix/account/set-position-mode", new Route(true, this::setMode));
        routes.put("POST /api/v2/mix/account/set-leverage", new Route(true, this::setLeverage));
        routes.put("POST /api/v2/mix/account/set-margin-mode", new Route(true, this::setMarginMode));
    }

    /** The venue's own id of the account, the same in both protocols. */
    static String userId(int account) {
        return Long.toString(FIRST_USER + account);
    }

    private JsonNode info(Call call) throws RestProblem {
        KeyFacts facts = keyring.facts();
        if (!facts.mayAsk()) {
            throw new RestProblem("40014", "Incorrect permissions, need spot read permissions");
        }
        ObjectNode data = json.object();
        data.put("userId", userId(call.account()));
        data.put("inviterId", "");
        data.put("ips", String.join(",", facts.ips()));
        ArrayNode authorities = data.putArray("authorities");
        facts.authorities().forEach(authorities::add);
        data.put("parentId", FIRST_USER + call.account());
        data.put("traderType", "not_trader");
        data.put("channelCode", "");
        data.put("channel", "");
        data.put("regisTime", "1435725920677");
        return data;
    }

    private JsonNode setMode(Call call) throws RestProblem, OrderRefused {
        ProductType product = call.product();
        String wanted = call.need("posMode");
        for (PositionMode mode : PositionMode.values()) {
            if (mode.wire().equals(wanted)) {
                call.book().setMode(product, mode);
                happened.accept(new Happening(call.account(), List.of(), call.now()));
                ObjectNode data = json.object();
                data.put("posMode", mode.wire());
                return data;
            }
        }
        throw new RestProblem("40020", "Parameter posMode error");
    }

    private JsonNode setLeverage(Call call) throws RestProblem, OrderRefused {
        Contract contract = call.needContract();
        call.need("leverage");
        int leverage = (int) Math.max(0, Math.min(Integer.MAX_VALUE, call.number("leverage").orElseThrow()));
        String side = call.text("holdSide").toUpperCase(Locale.ROOT);
        List<BookEvent> events = new ArrayList<>();
        for (HoldSide each : HoldSide.values()) {
            if (side.isEmpty() || side.equals(each.name())) {
                events.addAll(call.book().setLeverage(contract, each, leverage, call.now()));
            }
        }
        happened.accept(new Happening(call.account(), events, call.now()));
        return settings(call, contract);
    }

    private JsonNode setMarginMode(Call call) throws RestProblem, OrderRefused {
        Contract contract = call.needContract();
        String wanted = call.need("marginMode");
        for (MarginMode mode : MarginMode.values()) {
            if (mode.wire().equals(wanted)) {
                call.book().setMarginMode(contract, mode);
                happened.accept(new Happening(call.account(), List.of(), call.now()));
                return settings(call, contract);
            }
        }
        throw new RestProblem("40020", "Parameter marginMode error");
    }

    private ObjectNode settings(Call call, Contract contract) {
        SymbolSettings settings = call.book().settings(contract);
        ObjectNode data = json.object();
        data.put("symbol", contract.symbol());
        data.put("marginCoin", contract.marginCoin());
        data.put("longLeverage", Integer.toString(settings.leverage(HoldSide.LONG)));
        data.put("shortLeverage", Integer.toString(settings.leverage(HoldSide.SHORT)));
        data.put("crossMarginLeverage", Integer.toString(settings.leverage(HoldSide.LONG)));
        data.put("marginMode", settings.marginMode().wire());
        return data;
    }
}
