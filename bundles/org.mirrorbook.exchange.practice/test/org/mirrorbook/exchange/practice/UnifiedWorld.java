package org.mirrorbook.exchange.practice;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeSettings;

import tools.jackson.databind.JsonNode;

/** An exchange with one account that trades through v3, its clock moved by hand. */
final class UnifiedWorld implements AutoCloseable {

    private static final Duration FILLED = Duration.ofMillis(200);

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-02T10:00:00Z"));
    private final RunningExchange exchange;
    private final ApiCredential credential;
    private final TestRest rest;

    UnifiedWorld(String kind) {
        exchange = new RunningExchange(new PracticeSettings(0, 42, BigDecimal.ONE, 1, Optional.empty(), Optional.empty(), false)
                .ofKind(kind), clock);
        credential = exchange.credentials().getFirst();
        rest = new TestRest(exchange.endpoint(), credential, clock);
    }

    SteppedClock clock() {
        return clock;
    }

    RunningExchange exchange() {
        return exchange;
    }

    ApiCredential credential() {
        return credential;
    }

    TestRest rest() {
        return rest;
    }

    TestSocket socket(String path) {
        return new TestSocket(exchange.endpoint(), path);
    }

    /** A private v3 socket that has signed in. */
    TestSocket signedIn() throws InterruptedException {
        TestSocket socket = socket("/v3/ws/private");
        socket.login(credential, Long.toString(clock.millis() / 1_000));
        socket.await(message -> message.path("event").asString("").equals("login"));
        return socket;
    }

    /** A market order in one-way mode; filled when this returns. */
    JsonNode trade(String symbol, String side, String qty, boolean reduceOnly) throws IOException, InterruptedException {
        String category = symbol.endsWith("PERP") ? "USDC-FUTURES" : symbol.endsWith("USD") ? "COIN-FUTURES" : "USDT-FUTURES";
        return filled("{\"category\":\"" + category + "\",\"symbol\":\"" + symbol + "\",\"qty\":\"" + qty + "\",\"side\":\"" + side
                + "\",\"orderType\":\"market\",\"reduceOnly\":\"" + (reduceOnly ? "yes" : "no") + "\"}");
    }

    /** Places the order and waits for its fill. */
    JsonNode filled(String order) throws IOException, InterruptedException {
        JsonNode placed = rest.post("/api/v3/trade/place-order", order);
        clock.advance(FILLED);
        String fills = "/api/v3/trade/fills?orderId=" + placed.path("orderId").asString();
        while (rest.get(fills).path("list").isEmpty()) {
            Thread.onSpinWait();
        }
        return placed;
    }

    /** Lets one step of a scenario happen at once. */
    void perform(String step) throws IOException, InterruptedException {
        rest.post("/practice/do", step);
    }

    @Override
    public void close() {
        rest.close();
        exchange.close();
    }
}
