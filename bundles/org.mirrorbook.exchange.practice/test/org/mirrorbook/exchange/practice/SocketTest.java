package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.practice.frames.Frame;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.oddities.OddityChange;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/**
 * The exchange as a client meets it, over real sockets on a free port; its clock is moved by hand. Long, since it follows the protocol
 * from signing in to the last push, on one exchange and with one client.
 */
@Timeout(60)
class SocketTest {

    private static final Duration FILLED = Duration.ofMillis(200);

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-02T10:00:00Z"));
    private RunningExchange exchange;
    private ApiCredential credential;
    private TestRest rest;

    @BeforeEach
    void start() {
        exchange = new RunningExchange(new PracticeSettings(0, 42, BigDecimal.ONE, 2, Optional.empty(), Optional.empty(), false), clock);
        credential = exchange.credentials().getFirst();
        rest = new TestRest(exchange.endpoint(), credential, clock);
    }

    @AfterEach
    void stop() {
        rest.close();
        exchange.close();
    }

    private TestSocket signedIn() throws InterruptedException {
        return TestSocket.signedIn(exchange.endpoint(), credential, clock);
    }

    private void trade(String side, String size, boolean reduceOnly) throws IOException, InterruptedException {
        rest.order("BTCUSDT", side, size, reduceOnly);
        clock.advance(FILLED);
    }

    private void awaitFills(int count) throws IOException, InterruptedException {
        while (rest.get("/api/v2/mix/order/fills?productType=USDT-FUTURES").path("fillList").size() < count) {
            Thread.onSpinWait();
        }
    }

    private void odd(OddityChange change) {
        exchange.oddities().change(change);
    }

    private static JsonNode parsed(String text) {
        return new Json().read(text);
    }

    @Test
    void aTextPingIsAnsweredWithATextPong() throws InterruptedException {
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
            socket.send("ping");
            assertThat(socket.next()).isEqualTo("pong");
        }
    }

    @Test
    void loginIsAcknowledgedWithANumberAsTheLiveVenueDoes() throws InterruptedException {
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
            socket.login(credential, Long.toString(clock.millis() / 1_000));
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("login-ack-2-numeric-code").json());
        }
    }

    @Test
    void aWrongSignatureIsToldAndEndsTheConnection() throws InterruptedException {
        ApiCredential wrong = new ApiCredential(credential.apiKey(), "wrong", credential.passphrase());
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
            socket.login(wrong, Long.toString(clock.millis() / 1_000));
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("login-error-2-invalid-sign").json());
            socket.awaitClose();
        }
    }

    @Test
    void aLoginInMillisecondsGetsNoAnswerWhileThePingStillDoes() throws InterruptedException {
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
            socket.login(credential, Long.toString(clock.millis()));
            socket.send("ping");
            assertThat(socket.next()).isEqualTo("pong");
        }
    }

    @Test
    void aSubscriptionBeforeTheLoginIsRefused() throws InterruptedException {
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
            socket.subscribe("USDT-FUTURES", "positions");
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("error-30004-1").json());
        }
    }

    @Test
    void aLoginAtThePublicAddressIsRefused() throws InterruptedException {
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/public")) {
            socket.login(credential, Long.toString(clock.millis() / 1_000));
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("error-30003-1").json());
        }
    }

    @Test
    void positionsAreNotToldPerSymbolAndTheAccountNotPerInstrument() throws InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.send("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"USDT-FUTURES\",\"channel\":\"positions\","
                    + "\"instId\":\"BTCUSDT\"}]}");
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("error-30001-1").json());
            socket.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"account\",\"instType\":\"USDT-FUTURES\",\"instId\":\"default\"}]}");
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("error-30016-1").json());
        }
    }

    @Test
    void whatIsNoRequestIsToldSoAndTheConnectionGoesOn() throws InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.send("not json");
            assertThat(parsed(socket.next()).path("code").asInt()).isEqualTo(30002);
            socket.send("{\"op\":\"dance\"}");
            assertThat(parsed(socket.next()).path("msg").asString()).isEqualTo("INVALID op:dance");
            socket.send("[]");
            assertThat(parsed(socket.next()).path("code").asInt()).isEqualTo(30003);
            socket.send("ping");
            assertThat(socket.next()).isEqualTo("pong");
        }
    }

    @Test
    void everyArgIsAcknowledgedAndPositionsTellTheirEmptyListAtOnce() throws InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.send(Frame.named("subscribe-request-all-private-1").json().toString());
            Map<String, Integer> acks = new HashMap<>();
            while (acks.values().stream().mapToInt(Integer::intValue).sum() < 7) {
                JsonNode message = socket.await(any -> true);
                if (message.path("event").asString("").equals("subscribe")) {
                    acks.merge(message.path("arg").path("channel").asString(), 1, Integer::sum);
                } else if (message.path("arg").path("channel").asString().equals("positions")) {
                    assertThat(acks).containsKey("positions");
                    assertThat(message.path("data")).isEqualTo(Frame.named("positions-4-empty").json().path("data"));
                    assertThat(message.path("arg")).isEqualTo(Frame.named("positions-4-empty").json().path("arg"));
                }
            }
            assertThat(acks).hasSize(7).allSatisfy((channel, count) -> assertThat(count).isEqualTo(1));
        }
    }

    @Test
    void anUnsubscribedChannelFallsSilent() throws IOException, InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.subscribe("USDT-FUTURES", "positions", "fill");
            socket.push("positions");
            socket.send("{\"op\":\"unsubscribe\",\"args\":[{\"instType\":\"USDT-FUTURES\",\"channel\":\"positions\","
                    + "\"instId\":\"default\"}]}");
            socket.await(message -> message.path("event").asString("").equals("unsubscribe"));
            trade("buy", "0.01", false);
            JsonNode first = socket.await(message -> message.has("action"));
            assertThat(first.path("arg").path("channel").asString()).isEqualTo("fill");
        }
    }

    @Test
    void aRoundTripIsToldInAllItsSteps() throws IOException, InterruptedException {
        try (TestSocket socket = signedIn(); TestSocket fills = signedIn()) {
            socket.subscribe("USDT-FUTURES", "positions");
            assertThat(socket.push("positions").path("data")).isEmpty();
            fills.subscribe("USDT-FUTURES", "fill");

            rest.order("BTCUSDT", "buy", "0.01", false);
            assertThat(socket.push("positions").path("data")).as("an accepted order is told while flat").isEmpty();
            clock.advance(FILLED);
            JsonNode opened = socket.push("positions").path("data").path(0);
            BigDecimal entry = new BigDecimal(opened.path("openPriceAvg").asString());
            assertThat(opened.path("total").asString()).isEqualTo("0.01");
            assertThat(opened.path("leverage").isNumber()).isTrue();
            assertThat(opened.path("totalFee").asString()).isEmpty();
            // 0.01 * entry * 0.0006, positive: paid
            assertThat(new BigDecimal(opened.path("deductedFee").asString()))
                    .isEqualByComparingTo(entry.multiply(new BigDecimal("0.000006")));
            assertThat(opened.path("cTime").asString()).isEqualTo(opened.path("uTime").asString());

            trade("buy", "0.01", false);
            JsonNode added = until(socket, "0.02");
            assertThat(added.path("posId")).isEqualTo(opened.path("posId"));
            assertThat(added.path("cTime")).isEqualTo(opened.path("cTime"));

            trade("sell", "0.005", true);
            JsonNode reduced = until(socket, "0.015");
            assertThat(reduced.path("openPriceAvg")).isEqualTo(added.path("openPriceAvg"));
            fills.push("fill");
            fills.push("fill");
            assertThat(fills.push("fill").path("data").path(0).path("profit")).isEqualTo(reduced.path("achievedProfits"));

            socket.subscribe("USDT-FUTURES", "positions-history");
            rest.order("BTCUSDT", "sell", "0.015", true);
            JsonNode reserved = socket.push("positions").path("data").path(0);
            assertThat(reserved.path("available").asString()).isEqualTo("0");
            assertThat(reserved.path("frozen").asString()).isEqualTo("0.015");
            clock.advance(FILLED);
            JsonNode record = socket.push("positions-history").path("data").path(0);
            assertThat(record.path("posId")).isEqualTo(opened.path("posId"));
            assertThat(record.path("openSize").asString()).isEqualTo("0.02");
            assertThat(record.path("closeSize").asString()).isEqualTo("0.02");

            clock.advance(Duration.ofMillis(300));
            JsonNode history = rest.get("/api/v2/mix/position/history-position?productType=USDT-FUTURES").path("list").path(0);
            assertThat(history.path("positionId")).isEqualTo(opened.path("posId"));
            assertThat(history.path("ctime")).isEqualTo(opened.path("cTime"));
            assertThat(decimal(history, "pnl")).isEqualByComparingTo(decimal(record, "achievedProfits"));
            assertThat(decimal(history, "netProfit")).isEqualByComparingTo(decimal(history, "pnl").add(decimal(history, "totalFunding"))
                    .add(decimal(history, "openFee")).add(decimal(history, "closeFee")));
        }
    }

    @Test
    void aFlipShowsTheOtherSideInOneSnapshot() throws IOException, InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.subscribe("USDT-FUTURES", "positions");
            trade("buy", "0.01", false);
            JsonNode before = until(socket, "0.01");
            trade("sell", "0.03", false);
            JsonNode after = until(socket, "0.02");

            assertThat(after.path("holdSide").asString()).isEqualTo("short");
            assertThat(after.path("posId")).isNotEqualTo(before.path("posId"));
        }
    }

    @Test
    void aPushHoldsAllPositionsOfItsProductAndNoOther() throws IOException, InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.subscribe("USDT-FUTURES", "positions");
            socket.subscribe("USDC-FUTURES", "positions");
            trade("buy", "0.01", false);
            until(socket, "0.01");
            rest.order("ETHUSDT", "sell", "0.1", false);
            clock.advance(FILLED);
            JsonNode both = socket.await(message -> message.path("data").size() == 2);
            assertThat(both.path("data").path(0).path("instId").asString()).isEqualTo("BTCUSDT");
            assertThat(both.path("data").path(1).path("holdSide").asString()).isEqualTo("short");

            rest.post("/api/v2/mix/order/place-order", "{\"symbol\":\"BTCPERP\",\"productType\":\"USDC-FUTURES\","
                    + "\"marginMode\":\"crossed\",\"marginCoin\":\"USDC\",\"size\":\"0.01\",\"side\":\"buy\",\"orderType\":\"market\"}");
            clock.advance(FILLED);
            JsonNode other = socket.await(message -> message.path("arg").path("instType").asString("").equals("USDC-FUTURES")
                    && message.path("data").size() == 1);
            assertThat(other.path("data").path(0).path("instId").asString()).isEqualTo("BTCPERP");
        }
    }

    @Test
    void leverageAndFundingAreTold() throws IOException, InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.subscribe("USDT-FUTURES", "positions");
            trade("buy", "0.01", false);
            until(socket, "0.01");
            rest.post("/api/v2/mix/account/set-leverage",
                    "{\"symbol\":\"BTCUSDT\",\"productType\":\"USDT-FUTURES\",\"marginCoin\":\"USDT\",\"leverage\":\"25\"}");
            assertThat(socket.push("positions").path("data").path(0).path("leverage").asInt()).isEqualTo(25);

            clock.advance(Duration.ofHours(1));
            JsonNode funded = socket.push("positions").path("data").path(0);
            assertThat(decimal(funded, "totalFee")).isNotEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Test
    void thePublicTickerTellsTheMarkPriceAsItMoves() throws InterruptedException {
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/public")) {
            socket.send("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"USDT-FUTURES\",\"channel\":\"ticker\",\"instId\":\"BTCUSDT\"}]}");
            JsonNode first = socket.push("ticker").path("data").path(0);
            clock.advance(Duration.ofSeconds(5));
            JsonNode second = socket.push("ticker").path("data").path(0);
            assertThat(Frame.fields(first)).isEqualTo(Frame.named("ticker-1-live").fields());
            assertThat(second.path("lastPr")).isNotEqualTo(first.path("lastPr"));
        }
    }

    @Test
    void aSocketThatDoesNotPingIsClosedAfterTwoMinutes() throws InterruptedException {
        try (TestSocket silent = signedIn(); TestSocket alive = signedIn()) {
            clock.advance(Duration.ofSeconds(100));
            alive.send("ping");
            assertThat(alive.next()).isEqualTo("pong");
            clock.advance(Duration.ofSeconds(21));
            silent.awaitClose();
            alive.send("ping");
            assertThat(alive.next()).isEqualTo("pong");
        }
    }

    @Test
    void accountsDoNotSeeEachOther() throws IOException, InterruptedException {
        ApiCredential second = exchange.credentials().get(1);
        trade("buy", "0.01", false);
        try (TestSocket other = TestSocket.signedIn(exchange.endpoint(), second, clock);
                TestRest otherRest = new TestRest(exchange.endpoint(), second, clock)) {
            other.subscribe("USDT-FUTURES", "positions");
            assertThat(other.push("positions").path("data")).isEmpty();
            assertThat(otherRest.get("/api/v2/mix/order/fills?productType=USDT-FUTURES").path("fillList")).isEmpty();
        }
    }

    @Test
    void pushesHaveTheFieldsOfRealOnes() throws IOException, InterruptedException {
        Map<String, JsonNode> seen = new HashMap<>();
        try (TestSocket socket = signedIn()) {
            socket.subscribe("USDT-FUTURES", "positions", "positions-history", "orders", "fill", "account", "equity");
            trade("buy", "0.01", false);
            until(socket, "0.01");
            trade("sell", "0.01", true);
            // a later one takes the place of an earlier one: the position stays, the order ends as filled
            while (seen.size() < 6 || !seen.get("orders").path("status").asString().equals("filled")) {
                JsonNode push = socket.await(message -> message.has("action") && !message.path("data").isEmpty());
                assertThat(push.path("action").asString()).isEqualTo("snapshot");
                assertThat(push.path("ts").isNumber()).isTrue();
                seen.put(push.path("arg").path("channel").asString(), push.path("data").path(0));
            }
        }
        assertThat(Frame.fields(seen.get("positions"))).containsAll(Frame.named("positions-1").fields())
                .containsAll(Frame.named("positions-2").fields());
        assertThat(Frame.fields(seen.get("positions-history"))).isEqualTo(Frame.named("positions-history-2").fields());
        assertThat(Frame.fields(seen.get("fill"))).containsAll(Frame.named("fill-1").fields()).contains("clientOid");
        assertThat(Frame.fields(seen.get("orders"))).containsAll(Frame.named("orders-4-live-hedge").fields())
                .contains("fillPrice", "fillFee", "tradeId", "priceAvg", "pnl");
        assertThat(Frame.fields(seen.get("account"))).containsAll(Frame.named("account-1").fields());
        assertThat(Frame.fields(seen.get("equity"))).contains("btcEquity", "usdtEquity", "unrealizedPL");
    }

    @Test
    void odditiesHappenOnRequest() throws IOException, InterruptedException {
        try (TestSocket socket = signedIn()) {
            socket.subscribe("USDT-FUTURES", "fill", "positions-history");
            odd(OddityChange.on(Oddity.DUPLICATE_PUSHES).times(1).onlyFor("fill"));
            odd(OddityChange.on(Oddity.DROP_CLOSING_RECORDS));
            odd(OddityChange.on(Oddity.LATE_HISTORY));
            trade("buy", "0.01", false);
            JsonNode fill = socket.push("fill");
            assertThat(socket.push("fill")).isEqualTo(fill);

            odd(OddityChange.on(Oddity.DELAYED_PUSHES).times(1).onlyFor("fill"));
            trade("sell", "0.005", true);
            awaitFills(2);
            trade("sell", "0.005", true);
            JsonNode overtaking = socket.push("fill");
            clock.advance(Duration.ofSeconds(2));
            JsonNode late = socket.push("fill");
            assertThat(late.path("ts").asLong()).isLessThan(overtaking.path("ts").asLong());

            clock.advance(Duration.ofSeconds(5));
            String history = "/api/v2/mix/position/history-position?productType=USDT-FUTURES";
            assertThat(rest.get(history).path("list")).isEmpty();
            odd(OddityChange.off(Oddity.LATE_HISTORY));
            assertThat(rest.get(history).path("list")).hasSize(1);

            exchange.cutSockets();
            socket.awaitClose();
        }
        odd(OddityChange.on(Oddity.REFUSE_LOGIN).times(1));
        try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
            socket.login(credential, Long.toString(clock.millis() / 1_000));
            assertThat(parsed(socket.next()).path("code").asInt()).isEqualTo(30005);
            socket.awaitClose();
        }
    }

    /** The first row of the first positions push in which it has that total. */
    private static JsonNode until(TestSocket socket, String total) throws InterruptedException {
        return socket.await(message -> message.path("arg").path("channel").asString("").equals("positions")
                && message.path("data").path(0).path("total").asString("").equals(total)).path("data").path(0);
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asString());
    }
}
