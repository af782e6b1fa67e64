package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.practice.frames.Frame;

import tools.jackson.databind.JsonNode;

/** REST of a unified account as a client meets it, over real connections. Long, since one account is asked for all it has. */
@Timeout(60)
class UnifiedRestTest {

    private static final Duration LAGGED = Duration.ofMillis(300);
    private static final String HELD = "/api/v3/position/current-position?category=USDT-FUTURES";
    private static final String HISTORY = "/api/v3/position/history-position?category=USDT-FUTURES";

    private UnifiedWorld world;

    @BeforeEach
    void start() {
        world = new UnifiedWorld(PracticeSettings.UNIFIED);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return world.rest().get(path);
    }

    private void liveAndDie(String symbol) throws IOException, InterruptedException {
        world.trade(symbol, "buy", "1", false);
        world.trade(symbol, "sell", "1", true);
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/mix/position/all-position?productType=USDT-FUTURES",
        "/api/v2/mix/order/fills?productType=USDT-FUTURES", "/api/v2/spot/account/info",
        "/api/v2/mix/account/accounts?productType=USDT-FUTURES"})
    void theOldProtocolIsRefusedExceptWhatIsPublic(String path) throws IOException, InterruptedException {
        assertThat(world.rest().code("GET", path, "")).isEqualTo("40085");
        assertThat(world.rest().code("GET", "/api/v2/public/time", "")).isEqualTo("00000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account/settings", "account/info", "account/assets", "position/current-position?category=USDT-FUTURES",
        "position/history-position?category=USDT-FUTURES", "trade/fills"})
    void aClassicAccountIsToldThatItIsOneUntilItIsConverted(String path) throws IOException, InterruptedException {
        world.close();
        world = new UnifiedWorld(PracticeSettings.CLASSIC);
        JsonNode documented = Frame.named("uta/rest-error-40084").json();
        assertThat(world.rest().code("GET", "/api/v3/" + path, "")).isEqualTo(documented.path("code").asString());
        assertThat(world.rest().exchange("GET", "/api/v3/" + path, "", world.clock().millis()).body())
                .contains(documented.path("msg").asString());
        world.perform("{\"do\":\"convert\"}");
        assertThat(world.rest().code("GET", "/api/v3/" + path, "")).isEqualTo("00000");
    }

    @Test
    void whoIsFlatGetsNullAndNotAnEmptyList() throws IOException, InterruptedException {
        assertThat(get(HELD)).isEqualTo(Frame.named("uta/rest-current-position-2-flat").json().path("data"));
    }

    @Test
    void rowsHaveTheFieldsOfTheDocumentedOnes() throws IOException, InterruptedException {
        world.trade("BTCUSDT", "buy", "0.01", false);
        JsonNode held = get(HELD).path("list").path(0);
        assertThat(Frame.fields(held)).isEqualTo(Frame.named("uta/rest-current-position-1").fields());
        assertThat(decimal(held, "openFeeTotal")).as("negative is paid").isNegative();
        assertThat(get("/api/v3/position/current-position?category=USDC-FUTURES").path("list").isNull()).isTrue();
        world.trade("BTCUSDT", "sell", "0.01", true);
        world.clock().advance(LAGGED);
        JsonNode life = get(HISTORY).path("list").path(0);
        assertThat(Frame.fields(life)).isEqualTo(Frame.named("uta/rest-history-position-1").fields());
        assertThat(Frame.fields(get("/api/v3/trade/fills").path("list").path(0))).isEqualTo(Frame.named("uta/rest-fills-1").fields());
        assertThat(Frame.fields(get("/api/v3/trade/history-orders?category=USDT-FUTURES").path("list").path(0)))
                .isEqualTo(Frame.named("uta/rest-history-orders-1").fields());
        for (String name : new String[] {"account/info", "account/settings", "account/assets", "account/switch-status"}) {
            String frame = "uta/rest-" + name.substring("account/".length()) + "-1";
            Frame documented = Frame.named(name.equals("account/info") ? "uta/rest-account-info-1" : frame);
            assertThat(Frame.fields(get("/api/v3/" + name))).as(name).isEqualTo(Frame.fields(documented.json().path("data")));
        }
        assertThat(Frame.fields(get("/api/v3/account/assets").path("assets").path(0)))
                .isEqualTo(Frame.fields(Frame.named("uta/rest-assets-1").json().path("data").path("assets").path(0)));
    }

    @Test
    void aClosedLifeAddsUp() throws IOException, InterruptedException {
        world.trade("BTCUSDT", "buy", "0.02", false);
        world.perform("{\"do\":\"fund\",\"symbol\":\"BTCUSDT\",\"amount\":\"-0.25\"}");
        world.trade("BTCUSDT", "sell", "0.005", true);
        world.trade("BTCUSDT", "sell", "0.015", true);
        world.clock().advance(LAGGED);
        JsonNode life = get(HISTORY).path("list").path(0);
        JsonNode fills = get("/api/v3/trade/fills").path("list");

        assertThat(decimal(life, "openTotalPos")).isEqualByComparingTo("0.02");
        // gross: what the two closing executions brought, before fees and funding
        assertThat(decimal(life, "cumRealisedPnl"))
                .isEqualByComparingTo(decimal(fills.path(0), "execPnl").add(decimal(fills.path(1), "execPnl")));
        assertThat(decimal(life, "totalFunding")).isEqualByComparingTo("-0.25");
        // fees: positive in executions, negative here
        assertThat(decimal(life, "openFeeTotal")).isEqualByComparingTo(decimal(fills.path(2).path("feeDetail").path(0), "fee").negate());
        assertThat(decimal(life, "netProfit")).isEqualByComparingTo(decimal(life, "cumRealisedPnl").add(decimal(life, "totalFunding"))
                .add(decimal(life, "openFeeTotal")).add(decimal(life, "closeFeeTotal")));
        assertThat(life.path("createdTime")).isEqualTo(fills.path(2).path("createdTime"));
        assertThat(life.path("updatedTime")).isEqualTo(fills.path(0).path("createdTime"));
    }

    @Test
    void historyLagsACloseAndIsReadBackwardsByCursor() throws IOException, InterruptedException {
        for (int life = 0; life < 7; life++) {
            liveAndDie("XRPUSDT");
        }
        assertThat(get(HISTORY).path("list")).as("the last close is not told yet").hasSize(6);
        world.clock().advance(LAGGED);
        Set<String> ids = new HashSet<>();
        List<Long> closes = new ArrayList<>();
        JsonNode page = get(HISTORY + "&limit=3");
        int pages = 0;
        while (!page.path("list").isEmpty()) {
            pages++;
            page.path("list").forEach(row -> {
                ids.add(row.path("positionId").asString());
                closes.add(Long.parseLong(row.path("updatedTime").asString()));
            });
            page = get(HISTORY + "&limit=3&cursor=" + page.path("cursor").asString());
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).as("each life its own id").hasSize(7);
        assertThat(closes).isSortedAccordingTo((left, right) -> Long.compare(right, left));
        assertThat(get(HISTORY + "&startTime=" + closes.get(2) + "&endTime=" + closes.get(1)).path("list")).hasSize(2);
        assertThat(get(HISTORY + "&symbol=BTCUSDT").path("list")).isEmpty();
    }

    @Test
    void aCallCoversThirtyDays() throws IOException, InterruptedException {
        liveAndDie("XRPUSDT");
        long closed = world.clock().millis();
        world.clock().advance(Duration.ofDays(31));
        long now = world.clock().millis();
        assertThat(get(HISTORY).path("list")).isEmpty();
        assertThat(get(HISTORY + "&startTime=" + closed).path("list")).hasSize(1);
        assertThat(get("/api/v3/trade/fills?startTime=" + (closed - 1_000)).path("list")).hasSize(2);
        assertThat(world.rest().code("GET", HISTORY + "&startTime=" + closed + "&endTime=" + now, "")).isEqualTo("400172");
        world.clock().advance(Duration.ofDays(60));
        assertThat(get(HISTORY + "&startTime=" + closed).path("list")).as("older than 90 days").isEmpty();
    }

    @Test
    void inHedgeModeTheSideIsTheMarketsAndPosSideSaysWhichPosition() throws IOException, InterruptedException {
        world.rest().post("/api/v3/account/set-hold-mode", "{\"holdMode\":\"hedge_mode\"}");
        assertThat(get("/api/v3/account/settings").path("holdMode").asString()).isEqualTo("hedge_mode");
        String order = "{\"category\":\"USDT-FUTURES\",\"symbol\":\"XRPUSDT\",\"qty\":\"10\",\"orderType\":\"market\",";
        world.filled(order + "\"side\":\"buy\",\"posSide\":\"long\"}");
        world.filled(order + "\"side\":\"sell\",\"posSide\":\"short\"}");
        assertThat(get(HELD).path("list")).hasSize(2);
        world.filled(order + "\"side\":\"sell\",\"posSide\":\"long\"}");
        JsonNode left = get(HELD).path("list");
        assertThat(left).hasSize(1);
        assertThat(left.path(0).path("posSide").asString()).isEqualTo("short");
        JsonNode closing = get("/api/v3/trade/history-orders?category=USDT-FUTURES").path("list").path(0);
        assertThat(closing.path("posSide").asString()).isEqualTo("long");
        assertThat(closing.path("execType").asString()).isEqualTo("normal");
        assertThat(get("/api/v3/trade/fills").path("list").path(0).path("tradeSide").asString()).isEqualTo("close");
        JsonNode closed = world.rest().post("/api/v3/trade/close-positions", "{\"category\":\"USDT-FUTURES\"}");
        assertThat(closed.path("list")).hasSize(1);
        world.clock().advance(Duration.ofMillis(200));
        while (!get(HELD).path("list").isNull()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aLimitOrderRestsUntilItIsCanceled() throws IOException, InterruptedException {
        JsonNode placed = world.rest().post("/api/v3/trade/place-order", "{\"category\":\"USDT-FUTURES\",\"symbol\":\"XRPUSDT\","
                + "\"qty\":\"10\",\"side\":\"buy\",\"orderType\":\"limit\",\"price\":\"1\",\"clientOid\":\"mine\"}");
        JsonNode resting = get("/api/v3/trade/unfilled-orders?category=USDT-FUTURES").path("list");
        assertThat(resting).hasSize(1);
        assertThat(resting.path(0).path("orderId")).isEqualTo(placed.path("orderId"));
        assertThat(resting.path(0).path("orderStatus").asString()).isEqualTo("live");
        assertThat(resting.path(0).path("price").asString()).isEqualTo("1");
        world.rest().post("/api/v3/trade/cancel-order", "{\"clientOid\":\"mine\"}");
        assertThat(get("/api/v3/trade/unfilled-orders?category=USDT-FUTURES").path("list")).isEmpty();
        assertThat(get("/api/v3/trade/order-info?clientOid=mine").path("orderStatus").asString()).isEqualTo("cancelled");
        assertThat(world.rest().code("POST", "/api/v3/trade/cancel-order", "{\"clientOid\":\"mine\"}")).isEqualTo("40109");
    }

    @ParameterizedTest
    @CsvSource({"liquidate, liquidation, normal", "adl, adl, normal", "take-profit, normal, pos_profit_market",
        "stop-loss, normal, pos_loss_market", "close, normal, normal"})
    void theClosingOrderTellsWhyAPositionIsGone(String verb, String execType, String delegateType)
            throws IOException, InterruptedException {
        world.trade("BTCUSDT", "buy", "0.01", false);
        // a trigger that the price has passed already
        String trigger = verb.equals("take-profit") ? ",\"trigger\":\"1\"" : verb.equals("stop-loss") ? ",\"trigger\":\"9999999\"" : "";
        world.perform("{\"do\":\"" + verb + "\",\"symbol\":\"BTCUSDT\"" + trigger + "}");
        world.clock().advance(Duration.ofMillis(300));
        while (!get(HELD).path("list").isNull()) {
            Thread.onSpinWait();
        }
        JsonNode closing = get("/api/v3/trade/history-orders?category=USDT-FUTURES").path("list").path(0);
        assertThat(closing.path("execType").asString()).isEqualTo(execType);
        assertThat(closing.path("delegateType").asString()).isEqualTo(delegateType);
        assertThat(closing.path("reduceOnly").asString()).isEqualTo("YES");
    }

    @Test
    void aStopLossIsListedWhileItWaitsAndAfter() throws IOException, InterruptedException {
        assertThat(world.rest().code("POST", "/api/v3/trade/place-strategy-order",
                "{\"category\":\"USDT-FUTURES\",\"symbol\":\"BTCUSDT\",\"stopLoss\":\"100\"}")).as("no position").isEqualTo("22002");
        world.trade("BTCUSDT", "buy", "0.01", false);
        JsonNode placed = world.rest().post("/api/v3/trade/place-strategy-order",
                "{\"category\":\"USDT-FUTURES\",\"symbol\":\"BTCUSDT\",\"stopLoss\":\"100\",\"qty\":\"0.004\",\"clientOid\":\"stop\"}");
        JsonNode waiting = get("/api/v3/trade/unfilled-strategy-orders?category=USDT-FUTURES");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.path(0).path("orderId")).isEqualTo(placed.path("orderId"));
        assertThat(waiting.path(0).path("stopLoss").asString()).isEqualTo("100");
        assertThat(waiting.path(0).path("status").asString()).isEqualTo("pending");
        world.rest().post("/api/v3/trade/cancel-strategy-order", "{\"clientOid\":\"stop\"}");
        assertThat(get("/api/v3/trade/unfilled-strategy-orders?category=USDT-FUTURES")).isEmpty();
        assertThat(get("/api/v3/trade/history-strategy-orders?category=USDT-FUTURES").path("list").path(0).path("status").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void theKeyTellsWhatItMay() throws IOException, InterruptedException {
        JsonNode info = get("/api/v3/account/info");
        assertThat(info.path("permissions").valueStream().map(JsonNode::asString)).containsExactly("uta_mgt");
        assertThat(info.path("ips").asString()).isEmpty();
        world.perform("{\"do\":\"key\",\"permType\":\"read-and-write\","
                + "\"permissions\":[\"uta_trade\",\"withdraw\"],\"ips\":[\"203.0.113.7\"]}");
        JsonNode changed = get("/api/v3/account/info");
        assertThat(changed.path("permType").asString()).isEqualTo("read-and-write");
        assertThat(changed.path("permissions").valueStream().map(JsonNode::asString)).containsExactly("uta_trade", "withdraw");
        assertThat(changed.path("ips").asString()).isEqualTo("203.0.113.7");
        world.perform("{\"do\":\"key\",\"mayAsk\":false}");
        assertThat(world.rest().code("GET", "/api/v3/account/info", "")).isEqualTo("40014");
    }

    @Test
    void marketsAreLoadedWithoutAKeyAndSpotIsEmpty() throws IOException, InterruptedException {
        assertThat(get("/api/v3/public/time").path("serverTime").asString()).isEqualTo(Long.toString(world.clock().millis()));
        assertThat(get("/api/v3/market/instruments?category=SPOT")).isEmpty();
        JsonNode coin = get("/api/v3/market/instruments?category=COIN-FUTURES");
        assertThat(coin).hasSize(1);
        assertThat(coin.path(0).path("symbol").asString()).isEqualTo("BTCUSD");
        assertThat(coin.path(0).path("type").asString()).isEqualTo("perpetual");
        JsonNode ticker = get("/api/v3/market/tickers?category=USDT-FUTURES&symbol=BTCUSDT");
        assertThat(ticker).hasSize(1);
        assertThat(decimal(ticker.path(0), "lastPrice")).isPositive();
    }

    @Test
    void aUnifiedAccountHasOneHoldModeForAllProducts() throws IOException, InterruptedException {
        assertThat(get("/api/v3/account/settings").path("holdMode").asString()).isEqualTo("one_way_mode");
        world.trade("BTCUSD", "sell", "0.01", false);
        JsonNode held = get("/api/v3/position/current-position?category=COIN-FUTURES").path("list").path(0);
        assertThat(held.path("holdMode").asString()).isEqualTo("one_way_mode");
        assertThat(held.path("posSide").asString()).isEqualTo("short");
        assertThat(held.path("marginCoin").asString()).isEqualTo("BTC");
    }

    @Test
    void thereAreTwoKindsOfAccounts() {
        assertThatThrownBy(() -> new UnifiedWorld("portfolio").close()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The kind of an account is classic or unified, not portfolio");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3/position/current-position, 40019",
        "/api/v3/position/current-position?category=MOON-FUTURES, 40020",
        "/api/v3/position/history-position?category=USDT-FUTURES&limit=many, 40020",
        "/api/v3/trade/history-orders?category=USDT-FUTURES&symbol=NOSUCH, 40034",
        "/api/v3/trade/order-info?orderId=1, 40109",
        "/api/v3/nothing/here, 40404"})
    void mistakesHaveTheVenuesCodes(String path, String code) throws IOException, InterruptedException {
        assertThat(world.rest().code("GET", path, "")).isEqualTo(code);
    }
}
