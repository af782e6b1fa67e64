package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.practice.frames.Frame;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/** The stream of a unified account as a client meets it, over real sockets. Long: from signing in to the last push. */
@Timeout(60)
class UnifiedSocketTest {

    private UnifiedWorld world;

    @BeforeEach
    void start() {
        world = new UnifiedWorld(PracticeSettings.UNIFIED);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static void subscribe(TestSocket socket, String... topics) {
        for (String topic : topics) {
            socket.send("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"UTA\",\"topic\":\"" + topic + "\"}]}");
        }
    }

    private static JsonNode push(TestSocket socket, String topic) throws InterruptedException {
        return socket.await(message -> message.has("action") && message.path("arg").path("topic").asString("").equals(topic));
    }

    /** The first position push whose first row has that size. */
    private static JsonNode until(TestSocket socket, String size) throws InterruptedException {
        return socket.await(message -> message.path("arg").path("topic").asString("").equals("position")
                && message.path("data").path(0).path("size").asString("").equals(size));
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asString());
    }

    private static JsonNode parsed(String text) {
        return new Json().read(text);
    }

    @Test
    void theSessionIsThatOfV2() throws InterruptedException {
        try (TestSocket socket = world.socket("/v3/ws/private")) {
            socket.send("ping");
            assertThat(socket.next()).isEqualTo("pong");
            subscribe(socket, "position");
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("error-30004-1").json());
            socket.login(world.credential(), Long.toString(world.clock().millis()));
            socket.send("ping");
            assertThat(socket.next()).as("a login in milliseconds gets no answer").isEqualTo("pong");
            socket.login(world.credential(), Long.toString(world.clock().millis() / 1_000));
            assertThat(parsed(socket.next())).isEqualTo(Frame.named("login-ack-2-numeric-code").json());
            world.clock().advance(Duration.ofSeconds(121));
            socket.awaitClose();
        }
    }

    @Test
    void aFlatAccountBeginsWithAnEmptyList() throws InterruptedException {
        Frame documented = Frame.named("uta/subscribe-ack-position-1");
        try (TestSocket socket = world.signedIn()) {
            socket.send(Frame.named("uta/subscribe-request-position-1").json().toString());
            JsonNode ack = parsed(socket.next());
            assertThat(Frame.fields(ack)).isEqualTo(Frame.fields(documented.json()));
            assertThat(ack.path("arg")).isEqualTo(documented.json().path("arg"));
            assertThat(ack.path("code").asString()).isEmpty();
            assertThat(ack.path("connId").asString()).isNotEmpty();
            JsonNode first = parsed(socket.next());
            JsonNode empty = Frame.named("uta/position-2-empty").json();
            assertThat(first.path("data")).isEqualTo(empty.path("data"));
            assertThat(first.path("arg")).isEqualTo(empty.path("arg"));
            assertThat(first.path("action")).isEqualTo(empty.path("action"));
            assertThat(first.path("ts").asLong()).isEqualTo(world.clock().millis());
        }
    }

    @Test
    void whatIsNoTopicHereIsRefused() throws InterruptedException {
        try (TestSocket socket = world.signedIn(); TestSocket open = world.socket("/v3/ws/public")) {
            subscribe(socket, "positions");
            assertThat(parsed(socket.next()).path("code").asInt()).isEqualTo(30001);
            socket.send("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"USDT-FUTURES\",\"topic\":\"position\"}]}");
            assertThat(parsed(socket.next()).path("code").asInt()).isEqualTo(30001);
            socket.send("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"USDT-FUTURES\",\"channel\":\"positions\","
                    + "\"instId\":\"default\"}]}");
            assertThat(parsed(socket.next()).path("code").asInt()).isEqualTo(30001);
            subscribe(open, "position");
            assertThat(parsed(open.next()).path("code").asInt()).isEqualTo(30001);
            open.login(world.credential(), "1");
            assertThat(parsed(open.next())).isEqualTo(Frame.named("error-30003-1").json());
        }
    }

    @Test
    void aLifeIsToldByItsChangesAndItsEndWithoutAnyFigure() throws IOException, InterruptedException {
        try (TestSocket socket = world.signedIn()) {
            subscribe(socket, "position");
            assertThat(push(socket, "position").path("data")).isEmpty();
            long before = world.clock().millis();
            world.trade("BTCUSDT", "buy", "0.01", false);
            JsonNode opened = push(socket, "position");
            assertThat(opened.path("action").asString()).isEqualTo("update");
            JsonNode row = opened.path("data").path(0);
            BigDecimal entry = decimal(row, "avgPrice");
            assertThat(row.path("positionStatus").asString()).isEqualTo("opening");
            assertThat(row.path("posSide").asString()).isEqualTo("long");
            assertThat(row.has("posId") || row.has("positionId") || row.has("category")).isFalse();
            assertThat(Long.parseLong(row.path("createdTime").asString())).as("not the start of the life").isLessThan(before - 86_000_000);
            // 0.01 * entry * 0.0006, positive: paid
            assertThat(decimal(row, "openFeeTotal")).isEqualByComparingTo(entry.multiply(new BigDecimal("0.000006")));

            world.trade("BTCUSDT", "sell", "0.004", true);
            JsonNode reserved = push(socket, "position").path("data").path(0);
            assertThat(reserved.path("available").asString()).as("0.01 less the 0.004 that the order will close").isEqualTo("0.006");
            JsonNode reduced = push(socket, "position").path("data").path(0);
            assertThat(reduced.path("size").asString()).isEqualTo("0.006");
            assertThat(reduced.path("avgPrice")).isEqualTo(row.path("avgPrice"));
            assertThat(reduced.path("createdTime")).isEqualTo(row.path("createdTime"));

            world.trade("BTCUSDT", "sell", "0.006", true);
            JsonNode ended = until(socket, "0");
            JsonNode documented = Frame.named("uta/position-1-ended").row();
            assertThat(Frame.fields(ended.path("data").path(0))).isEqualTo(Frame.fields(documented));
            assertThat(Frame.fields(row)).isEqualTo(Frame.fields(documented));
            Set<String> figures = new HashSet<>(Frame.fields(documented));
            // what belongs to the sample's own account and moment; all else has to be as documented, blanks among it
            figures.removeAll(Set.of("symbol", "leverage", "markPrice", "createdTime", "updatedTime", "holdMode"));
            assertThat(figures).allSatisfy(field -> assertThat(ended.path("data").path(0).path(field)).isEqualTo(documented.path(field)));
            assertThat(ended.path("data").path(0).path("updatedTime").asString()).isEqualTo(Long.toString(world.clock().millis()));

            world.trade("BTCUSDT", "buy", "0.01", false);
            assertThat(until(socket, "0.01").path("data").path(0).path("createdTime")).as("the next life has the same")
                    .isEqualTo(row.path("createdTime"));
        }
    }

    @Test
    void theFirstPushTellsAllProductsAndTheNextTheChangedRowAlone() throws IOException, InterruptedException {
        world.trade("BTCUSDT", "buy", "0.01", false);
        world.trade("ETHUSDT", "sell", "0.1", false);
        world.trade("BTCPERP", "buy", "0.01", false);
        try (TestSocket socket = world.signedIn()) {
            subscribe(socket, "position");
            JsonNode first = push(socket, "position");
            assertThat(first.path("action").asString()).isEqualTo("snapshot");
            assertThat(first.path("data").valueStream().map(row -> row.path("symbol").asString()))
                    .containsExactly("BTCUSDT", "ETHUSDT", "BTCPERP");

            world.trade("ETHUSDT", "sell", "0.1", false);
            JsonNode next = push(socket, "position");
            assertThat(next.path("data")).hasSize(1);
            assertThat(next.path("data").path(0).path("symbol").asString()).isEqualTo("ETHUSDT");
            assertThat(next.path("data").path(0).path("size").asString()).isEqualTo("0.2");
        }
    }

    @Test
    void aFlipIsOneLifeEndedAndOneBegunInOnePush() throws IOException, InterruptedException {
        try (TestSocket socket = world.signedIn()) {
            world.trade("BTCUSDT", "buy", "0.01", false);
            subscribe(socket, "position");
            push(socket, "position");
            world.trade("BTCUSDT", "sell", "0.03", false);
            JsonNode flip = until(socket, "0");
            assertThat(flip.path("data")).hasSize(2);
            assertThat(flip.path("data").path(0).path("posSide").asString()).isEqualTo("long");
            assertThat(flip.path("data").path(1).path("posSide").asString()).isEqualTo("short");
            assertThat(flip.path("data").path(1).path("size").asString()).isEqualTo("0.02");
        }
    }

    @Test
    void fundingAndLeverageChangeTheRow() throws IOException, InterruptedException {
        try (TestSocket socket = world.signedIn()) {
            world.trade("BTCUSDT", "buy", "0.01", false);
            subscribe(socket, "position");
            push(socket, "position");
            world.perform("{\"do\":\"fund\",\"symbol\":\"BTCUSDT\",\"amount\":\"-0.25\"}");
            assertThat(push(socket, "position").path("data").path(0).path("totalFundingFee").asString()).as("paid").isEqualTo("-0.25");
            world.rest().post("/api/v3/account/set-leverage", "{\"category\":\"USDT-FUTURES\",\"symbol\":\"BTCUSDT\",\"leverage\":\"25\"}");
            assertThat(push(socket, "position").path("data").path(0).path("leverage").asString()).isEqualTo("25");
        }
    }

    @Test
    void theOtherTopicsHaveTheFieldsOfTheDocumentedOnes() throws IOException, InterruptedException {
        Map<String, JsonNode> seen = new HashMap<>();
        try (TestSocket socket = world.signedIn()) {
            subscribe(socket, "order", "fill", "fast-fill", "account", "strategy-order", "adl-notification");
            world.trade("BTCUSDT", "buy", "0.01", false);
            while (seen.size() < 4 || !seen.get("order").path("orderStatus").asString().equals("filled")) {
                JsonNode push = socket.await(message -> message.has("action"));
                JsonNode data = push.path("data");
                seen.put(push.path("arg").path("topic").asString(), data.isArray() ? data.path(0) : data);
                assertThat(push.path("action").asString()).isEqualTo("snapshot");
            }
        }
        for (String topic : new String[] {"order", "fill", "fast-fill", "account"}) {
            assertThat(Frame.fields(seen.get(topic))).as(topic).isEqualTo(Frame.named("uta/" + topic + "-1").fields());
        }
        assertThat(Frame.fields(seen.get("account").path("coin").path(0)))
                .isEqualTo(Frame.fields(Frame.named("uta/account-1").row().path("coin").path(0)));
        JsonNode fill = seen.get("fill");
        assertThat(fill.path("category").asString()).isEqualTo("usdt-futures");
        // price * 0.01 * 0.0006, positive: paid, other than in v2
        assertThat(decimal(fill.path("feeDetail").path(0), "fee"))
                .isEqualByComparingTo(decimal(fill, "execPrice").multiply(new BigDecimal("0.000006")));
        assertThat(seen.get("order").path("feeDetail")).isEqualTo(fill.path("feeDetail"));
    }

    @Test
    void aTakeProfitAndADeleveragingAreToldByTopicsOfTheirOwn() throws IOException, InterruptedException {
        try (TestSocket socket = world.signedIn()) {
            subscribe(socket, "strategy-order", "adl-notification", "order");
            world.trade("BTCUSDT", "buy", "0.02", false);
            world.perform("{\"do\":\"take-profit\",\"symbol\":\"BTCUSDT\",\"trigger\":\"9999999\",\"size\":\"0.005\"}");
            JsonNode plan = push(socket, "strategy-order").path("data").path(0);
            assertThat(Frame.fields(plan)).isEqualTo(Frame.named("uta/strategy-order-1").fields());
            assertThat(plan.path("status").asString()).isEqualTo("pending");
            assertThat(plan.path("takeProfit").asString()).isEqualTo("9999999");
            world.perform("{\"do\":\"cancel\",\"symbol\":\"BTCUSDT\"}");
            assertThat(push(socket, "strategy-order").path("data").path(0).path("status").asString()).isEqualTo("cancelled");
            world.perform("{\"do\":\"take-profit\",\"symbol\":\"BTCUSDT\",\"trigger\":\"1\",\"size\":\"0.005\"}");
            assertThat(push(socket, "strategy-order").path("data").path(0).path("status").asString()).isEqualTo("pending");
            assertThat(push(socket, "strategy-order").path("data").path(0).path("status").asString()).isEqualTo("success");

            world.perform("{\"do\":\"adl\",\"symbol\":\"BTCUSDT\"}");
            JsonNode taken = push(socket, "adl-notification").path("data").path(0);
            assertThat(Frame.fields(taken)).isEqualTo(Frame.named("uta/adl-notification-1").fields());
            assertThat(taken.path("side").asString()).isEqualTo("sell");
        }
    }

    @Test
    void thePublicTickerNamesItsContractInTheArg() throws InterruptedException {
        try (TestSocket socket = world.socket("/v3/ws/public")) {
            socket.send("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"usdt-futures\",\"topic\":\"ticker\",\"symbol\":\"BTCUSDT\"}]}");
            JsonNode first = push(socket, "ticker");
            world.clock().advance(Duration.ofSeconds(5));
            JsonNode second = push(socket, "ticker");
            assertThat(second.path("arg").path("symbol").asString()).isEqualTo("BTCUSDT");
            assertThat(decimal(second.path("data").path(0), "markPrice")).isPositive();
            assertThat(second.path("data").path(0).path("lastPrice")).isNotEqualTo(first.path("data").path(0).path("lastPrice"));
        }
    }

    @Test
    void faultsReachTheseTopicsToo() throws IOException, InterruptedException {
        try (TestSocket socket = world.signedIn()) {
            subscribe(socket, "position");
            push(socket, "position");
            socket.send("ping");
            assertThat(socket.next()).as("the first push is over").isEqualTo("pong");
            world.perform("{\"do\":\"oddity\",\"name\":\"duplicate-pushes\",\"channel\":\"position\"}");
            world.trade("BTCUSDT", "buy", "0.01", false);
            JsonNode once = push(socket, "position");
            assertThat(push(socket, "position")).isEqualTo(once);

            world.perform("{\"do\":\"oddity\",\"name\":\"duplicate-pushes\",\"value\":false}");
            world.perform("{\"do\":\"oddity\",\"name\":\"all-numeric\"}");
            world.trade("BTCUSDT", "buy", "0.01", false);
            JsonNode numeric = push(socket, "position").path("data").path(0);
            assertThat(numeric.path("size").decimalValue()).isEqualByComparingTo("0.02");
            assertThat(numeric.path("size").isNumber()).isTrue();
        }
    }

    @Test
    void aDroppedEndIsFoundByTheNextFirstPushAlone() throws IOException, InterruptedException {
        world.trade("BTCUSDT", "buy", "0.01", false);
        world.perform("{\"do\":\"oddity\",\"name\":\"drop-closing-records\"}");
        try (TestSocket socket = world.signedIn(); TestSocket next = world.signedIn()) {
            subscribe(socket, "position", "fill");
            assertThat(push(socket, "position").path("data")).hasSize(1);
            world.trade("BTCUSDT", "sell", "0.01", true);
            push(socket, "fill");
            world.trade("ETHUSDT", "buy", "0.1", false);
            JsonNode update = socket.await(message -> message.path("arg").path("topic").asString("").equals("position")
                    && !message.path("data").path(0).path("available").asString("").equals("0"));
            assertThat(update.path("data").path(0).path("symbol").asString()).isEqualTo("ETHUSDT");
            subscribe(next, "position");
            assertThat(push(next, "position").path("data").valueStream().map(row -> row.path("symbol").asString()))
                    .containsExactly("ETHUSDT");
        }
    }

    @Test
    void aConvertedAccountLosesItsOldSocketsAndKeepsItsPositions() throws IOException, InterruptedException {
        world.close();
        world = new UnifiedWorld(PracticeSettings.CLASSIC);
        String seconds = Long.toString(world.clock().millis() / 1_000);
        try (TestSocket early = world.socket("/v3/ws/private")) {
            early.login(world.credential(), seconds);
            assertThat(parsed(early.next()).path("code").asInt()).isEqualTo(40084);
            early.awaitClose();
        }
        world.perform("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.01\",\"marginMode\":\"isolated\"}");
        try (TestSocket classic = TestSocket.signedIn(world.exchange().endpoint(), world.credential(), world.clock())) {
            classic.subscribe("USDT-FUTURES", "positions");
            JsonNode held = classic.push("positions").path("data").path(0);
            world.perform("{\"do\":\"convert\"}");
            classic.awaitClose();

            try (TestSocket late = world.socket("/v2/ws/private"); TestSocket socket = world.signedIn()) {
                late.login(world.credential(), seconds);
                assertThat(parsed(late.next()).path("code").asInt()).isEqualTo(40085);
                late.awaitClose();
                subscribe(socket, "position");
                JsonNode row = push(socket, "position").path("data").path(0);
                assertThat(row.path("size")).isEqualTo(held.path("total"));
                assertThat(row.path("avgPrice")).isEqualTo(held.path("openPriceAvg"));
                assertThat(row.path("openFeeTotal")).isEqualTo(held.path("deductedFee"));
                assertThat(row.path("liqPrice")).isEqualTo(held.path("liquidationPrice"));
                assertThat(row.path("breakEvenPrice")).isEqualTo(held.path("breakEvenPrice"));
                assertThat(row.path("marginSize")).isEqualTo(held.path("marginSize"));
            }
        }
    }
}
