package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.practice.books.IdMint;
import org.mirrorbook.exchange.practice.frames.Frame;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/** REST as a client meets it, over real connections; the exchange's clock is moved by hand. */
@Timeout(60)
class RestTest {

    private static final Duration FILLED = Duration.ofMillis(200);
    private static final Duration LAGGED = Duration.ofMillis(300);
    private static final String HISTORY = "/api/v2/mix/position/history-position?productType=USDT-FUTURES";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-02T10:00:00Z"));
    private RunningExchange exchange;
    private ApiCredential credential;
    private TestRest rest;

    @BeforeEach
    void start() {
        exchange = new RunningExchange(new PracticeSettings(0, 42, BigDecimal.ONE, 1, Optional.empty(), Optional.empty(), false), clock);
        credential = exchange.credentials().getFirst();
        rest = new TestRest(exchange.endpoint(), credential, clock);
    }

    @AfterEach
    void stop() {
        rest.close();
        exchange.close();
    }

    private void trade(String symbol, String side, String size, boolean reduceOnly) throws IOException, InterruptedException {
        int before = fills();
        rest.order(symbol, side, size, reduceOnly);
        clock.advance(FILLED);
        while (fills() == before) {
            Thread.onSpinWait();
        }
    }

    private int fills() throws IOException, InterruptedException {
        return rest.get("/api/v2/mix/order/fills?productType=USDT-FUTURES").path("fillList").size();
    }

    private void liveAndDie(String symbol) throws IOException, InterruptedException {
        trade(symbol, "buy", "1", false);
        trade(symbol, "sell", "1", true);
    }

    @Test
    void timeIsTheExchangesOwnAndNeedsNoKey() throws IOException, InterruptedException {
        assertThat(rest.get("/api/v2/public/time").path("serverTime").asString()).isEqualTo(Long.toString(clock.millis()));
    }

    @Test
    void rowsHaveTheFieldsOfRealOnes() throws IOException, InterruptedException {
        trade("BTCUSDT", "buy", "0.01", false);
        JsonNode held = rest.get("/api/v2/mix/position/all-position?productType=usdt-futures&marginCoin=USDT").path(0);
        assertThat(Frame.fields(held)).containsAll(Frame.named("rest-all-position-2-live").fields());
        assertThat(held.has("posId")).as("REST tells no posId").isFalse();
        assertThat(held.path("leverage").isString()).isTrue();
        JsonNode fill = rest.get("/api/v2/mix/order/fills?productType=USDT-FUTURES").path("fillList").path(0);
        assertThat(Frame.fields(fill)).isEqualTo(Frame.named("rest-fill-history-1-live").fields());
        JsonNode order = rest.get("/api/v2/mix/order/orders-history?productType=USDT-FUTURES").path("entrustedList").path(0);
        assertThat(Frame.fields(order)).isEqualTo(Frame.named("rest-orders-pending-1-live").fields());
        JsonNode account = rest.get("/api/v2/mix/account/account?symbol=BTCUSDT&productType=USDT-FUTURES&marginCoin=USDT");
        assertThat(Frame.fields(account)).containsAll(Frame.named("rest-account-1").fields());

        trade("BTCUSDT", "sell", "0.01", true);
        clock.advance(LAGGED);
        JsonNode closed = rest.get(HISTORY).path("list").path(0);
        assertThat(Frame.fields(closed)).containsAll(Frame.named("rest-history-position-2-live").fields())
                .contains("positionId", "posMode");
        assertThat(rest.get("/api/v2/mix/position/single-position?symbol=BTCUSDT&productType=USDT-FUTURES&marginCoin=USDT")).isEmpty();
    }

    @Test
    void historyLagsAClose() throws IOException, InterruptedException {
        liveAndDie("XRPUSDT");
        assertThat(rest.get(HISTORY).path("list")).isEmpty();
        clock.advance(LAGGED);
        assertThat(rest.get(HISTORY).path("list")).hasSize(1);
    }

    @Test
    void historyIsReadBackwardsPageByPage() throws IOException, InterruptedException {
        for (int life = 0; life < 7; life++) {
            liveAndDie("XRPUSDT");
        }
        clock.advance(LAGGED);
        List<Long> closes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        String cursor = "";
        int pages = 0;
        while (true) {
            JsonNode data = rest.get(HISTORY + "&limit=3" + cursor);
            if (data.path("list").isEmpty()) {
                assertThat(data.path("endId").isNull()).isTrue();
                break;
            }
            pages++;
            data.path("list").forEach(row -> {
                closes.add(Long.parseLong(row.path("utime").asString()));
                ids.add(row.path("positionId").asString());
            });
            assertThat(IdMint.timeOf(Long.parseLong(data.path("endId").asString()))).as("endId decodes to the close")
                    .isEqualTo(closes.getLast());
            cursor = "&idLessThan=" + data.path("endId").asString();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(7);
        assertThat(closes).isSortedAccordingTo((left, right) -> Long.compare(right, left));
        assertThat(rest.get(HISTORY + "&startTime=" + closes.get(2) + "&endTime=" + closes.get(1)).path("list")).hasSize(2);
        assertThat(rest.get(HISTORY + "&symbol=BTCUSDT").path("list")).isEmpty();
        assertThat(rest.get("/api/v2/mix/position/history-position?productType=USDC-FUTURES").path("list")).isEmpty();
    }

    @Test
    void fillsAreReadBackwardsByTradeId() throws IOException, InterruptedException {
        liveAndDie("XRPUSDT");
        liveAndDie("SOLUSDT");
        JsonNode first = rest.get("/api/v2/mix/order/fill-history?productType=USDT-FUTURES&limit=3");
        assertThat(first.path("endId")).isEqualTo(first.path("fillList").path(2).path("tradeId"));
        JsonNode rest2 = rest.get("/api/v2/mix/order/fill-history?productType=USDT-FUTURES&limit=3&idLessThan="
                + first.path("endId").asString());
        assertThat(rest2.path("fillList")).hasSize(1);
        assertThat(rest.get("/api/v2/mix/order/fills?productType=USDT-FUTURES&symbol=SOLUSDT").path("fillList")).hasSize(2);
    }

    @Test
    void whatIsNotThereIsSaidAsTheVenueSaysIt() throws IOException, InterruptedException {
        assertThat(rest.get("/api/v2/mix/position/all-position?productType=USDT-FUTURES&marginCoin=USDT"))
                .isEqualTo(new Json().array());
        assertThat(rest.get("/api/v2/mix/order/orders-pending?productType=USDT-FUTURES").path("entrustedList").isNull()).isTrue();
        assertThat(rest.get("/api/v2/mix/order/orders-plan-pending?productType=USDT-FUTURES&planType=profit_loss")
                .path("entrustedList").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v2/nothing/here, 40404",
        "GET, /api/v3/account/assets, 40084",
        "GET, /api/v3/account/settings, 40084",
        "GET, /api/v2/mix/position/all-position, 40019",
        "GET, /api/v2/mix/position/all-position?productType=MOON-FUTURES, 40020",
        "GET, /api/v2/mix/position/single-position?symbol=NOSUCH&productType=USDT-FUTURES, 40034",
        "GET, /api/v2/mix/order/orders-plan-pending?productType=USDT-FUTURES, 40019",
        "GET, /api/v2/mix/position/history-position?limit=many, 40020"})
    void mistakesHaveTheVenuesCodes(String method, String path, String code) throws IOException, InterruptedException {
        assertThat(rest.code(method, path, "")).isEqualTo(code);
    }

    @Test
    void onlyTheRightKeyIsLetIn() throws IOException, InterruptedException {
        String path = "/api/v2/mix/account/accounts?productType=USDT-FUTURES";
        assertThat(code(new ApiCredential("bg_other", credential.secret(), credential.passphrase()), path)).isEqualTo("40037");
        assertThat(code(new ApiCredential(credential.apiKey(), credential.secret(), "other"), path)).isEqualTo("40012");
        assertThat(code(new ApiCredential(credential.apiKey(), "other", credential.passphrase()), path))
                .isEqualTo(Frame.named("rest-error-40009").json().path("code").asString());
        HttpResponse<String> late = rest.exchange("GET", path, "", clock.millis() - 30_001);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("\"40008\"").contains("\"data\":null");
        assertThat(rest.exchange("GET", path, "", clock.millis() - 30_000).statusCode()).isEqualTo(200);
    }

    private String code(ApiCredential wrong, String path) throws IOException, InterruptedException {
        try (TestRest stranger = new TestRest(exchange.endpoint(), wrong, clock)) {
            return stranger.code("GET", path, "");
        }
    }

    @Test
    void handTradingFollowsThePositionMode() throws IOException, InterruptedException {
        String hedge = "{\"productType\":\"USDT-FUTURES\",\"posMode\":\"hedge_mode\"}";
        assertThat(rest.post("/api/v2/mix/account/set-position-mode", hedge).path("posMode").asString()).isEqualTo("hedge_mode");
        String order = "{\"symbol\":\"XRPUSDT\",\"productType\":\"USDT-FUTURES\",\"marginMode\":\"crossed\",\"marginCoin\":\"USDT\","
                + "\"size\":\"10\",\"side\":\"buy\",\"orderType\":\"market\",\"tradeSide\":\"";
        rest.post("/api/v2/mix/order/place-order", order + "open\"}");
        clock.advance(FILLED);
        while (fills() < 1) {
            Thread.onSpinWait();
        }
        assertThat(rest.code("POST", "/api/v2/mix/account/set-position-mode", hedge)).isEqualTo("40920");
        // in hedge mode the side of a closing order is the side of the position
        rest.post("/api/v2/mix/order/place-order", order + "close\"}");
        clock.advance(FILLED);
        while (fills() < 2) {
            Thread.onSpinWait();
        }
        clock.advance(LAGGED);
        assertThat(rest.get(HISTORY).path("list").path(0).path("holdSide").asString()).isEqualTo("long");
        assertThat(rest.code("POST", "/api/v2/mix/order/close-positions", "{\"productType\":\"USDT-FUTURES\"}")).isEqualTo("22002");
        assertThat(rest.code("POST", "/api/v2/mix/order/place-order", "{")).isEqualTo("40017");
        assertThat(rest.code("POST", "/api/v2/mix/order/place-order", order.replace("market", "limit") + "open\"}")).isEqualTo("40019");
        assertThat(rest.code("POST", "/api/v2/mix/order/place-order", order.replace("market", "iceberg") + "open\"}")).isEqualTo("40020");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e999999999\"", "\"many\"", "-1", "0", "\"\"", "0.00001", "null", "{}"})
    void sizesThatMakeNoSenseAreRefused(String size) throws IOException, InterruptedException {
        String order = "{\"symbol\":\"BTCUSDT\",\"productType\":\"USDT-FUTURES\",\"side\":\"buy\",\"orderType\":\"market\",\"size\":";
        assertThat(rest.code("POST", "/api/v2/mix/order/place-order", order + size + "}")).isIn("40019", "40020", "45110");
        assertThat(rest.code("POST", "/api/v2/mix/order/place-order", order + "0.0002}")).isEqualTo("00000");
    }

    @Test
    void closingAllClosesAll() throws IOException, InterruptedException {
        trade("XRPUSDT", "buy", "10", false);
        trade("SOLUSDT", "sell", "1", false);
        JsonNode answer = rest.post("/api/v2/mix/order/close-positions", "{\"productType\":\"USDT-FUTURES\"}");
        assertThat(answer.path("successList")).hasSize(2);
        clock.advance(FILLED);
        while (fills() < 4) {
            Thread.onSpinWait();
        }
        assertThat(rest.get("/api/v2/mix/position/all-position?productType=USDT-FUTURES")).isEmpty();
    }

    @Test
    void aTakenPortIsAnErrorThatNamesIt() {
        int port = exchange.endpoint().getPort();
        PracticeSettings same = new PracticeSettings(port, 1, BigDecimal.ONE, 1, Optional.empty(), Optional.empty(), false);
        assertThatThrownBy(() -> new RunningExchange(same, clock)).isInstanceOf(VenueProblem.class).hasMessageContaining("port " + port);
    }

    @Test
    void severalExchangesShareNothing() throws IOException, InterruptedException {
        PracticeSettings settings = new PracticeSettings(0, 42, BigDecimal.ONE, 1, Optional.empty(), Optional.empty(), false);
        try (RunningExchange other = new RunningExchange(settings, clock);
                TestRest otherRest = new TestRest(other.endpoint(), other.credentials().getFirst(), clock)) {
            trade("XRPUSDT", "buy", "10", false);
            assertThat(otherRest.get("/api/v2/mix/position/all-position?productType=USDT-FUTURES")).isEmpty();
            assertThat(other.endpoint()).isNotEqualTo(exchange.endpoint());
        }
    }
}
