package org.mirrorbook.exchange.practice.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.exchange.practice.stream.Entrance;
import tools.jackson.databind.JsonNode;

/** Stops and targets from their setting to their end, and what the account is worth meanwhile, over the protocol of both kinds. */
class StopStoriesTest {

    private static final String PIN = "{'do':'price','symbol':'BTCUSDT','price':'100000'}";
    private static final String OPEN = "{'do':'open','symbol':'BTCUSDT','side':'long','size':'0.010'}";
    private static final String PENDING = "/api/v2/mix/order/orders-plan-pending?planType=profit_loss&productType=USDT-FUTURES";

    private final World world = new World();
    private final Listener listener = world.subscribed("positions", "orders", "orders-algo", "account");

    @ParameterizedTest
    @CsvSource({"pos_loss,psl,''", "loss_plan,sl,0.004", "pos_profit,ptp,''", "profit_plan,tp,0.004"})
    void aPlanThatIsSetMovedAndTakenBackKeepsItsId(String rest, String stream, String size) throws ScenarioProblem {
        boolean profit = rest.contains("profit");
        world.act(PIN).act(OPEN);
        String id = post("place-tpsl-order", "'planType':'" + rest + "','holdSide':'long','size':'" + size + "','triggerPrice':'"
                + (profit ? "110000" : "90000") + "'").path("orderId").asString();
        assertThat(post("modify-tpsl-order", "'orderId':'" + id + "','size':'" + size + "','triggerPrice':'"
                + (profit ? "105000" : "95000") + "'").path("orderId").asString()).isEqualTo(id);

        JsonNode waiting = world.get(PENDING).path("data").path("entrustedList");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.path(0).path("orderId").asString()).isEqualTo(id);
        assertThat(waiting.path(0).path("planType").asString()).isEqualTo(rest);
        assertThat(waiting.path(0).path("triggerPrice").asString()).isEqualTo(profit ? "105000" : "95000");
        assertThat(waiting.path(0).path("size").asString()).isEqualTo(size.isEmpty() ? "0" : size);

        post("cancel-plan-order", "'orderId':'" + id + "'");
        assertThat(world.get(PENDING).path("data").path("entrustedList").isNull()).isTrue();
        assertThat(listener.told("orders-algo", "planType")).containsExactly(stream, stream, stream);
        assertThat(listener.told("orders-algo", "orderId")).containsExactly(id, id, id);
        assertThat(listener.told("orders-algo", "status")).containsExactly("live", "live", "cancelled");
        assertThat(listener.told("orders-algo", "triggerPrice")).startsWith(profit ? "110000" : "90000", profit ? "105000" : "95000");
        assertThat(world.position("BTCUSDT").total()).isEqualByComparingTo("0.010");
    }

    @Test
    void aMovedStopIsReachedWhereItIsNow() throws ScenarioProblem {
        world.act(PIN).act(OPEN).act("{'do':'stop-loss','symbol':'BTCUSDT','trigger':'90000'}")
                .act("{'do':'move-stop','symbol':'BTCUSDT','trigger':'99000'}");
        world.act("{'do':'price','symbol':'BTCUSDT','price':'98900'}").advance(200);
        assertThat(listener.told("orders-algo", "status")).containsExactly("live", "live", "executed");
        assertThat(listener.positions()).isEmpty();
    }

    @Test
    void whichOfTwoStopsIsToBeMovedIsSaidByItsId() throws ScenarioProblem {
        world.act(PIN).act(OPEN).act("{'do':'stop-loss','symbol':'BTCUSDT','trigger':'90000','id':'all'}")
                .act("{'do':'stop-loss','symbol':'BTCUSDT','trigger':'95000','size':'0.004','id':'part'}");
        assertThatThrownBy(() -> world.act("{'do':'move-stop','symbol':'BTCUSDT','trigger':'96000'}")).isInstanceOf(ScenarioProblem.class)
                .hasMessageContaining("say which with id");
        world.act("{'do':'move-stop','symbol':'BTCUSDT','trigger':'96000','size':'0.003','id':'part'}");
        JsonNode last = listener.rows("orders-algo").getLast();
        assertThat(last.path("clientOid").asString()).isEqualTo("part");
        assertThat(last.path("triggerPrice").asString()).isEqualTo("96000");
        assertThat(last.path("size").asString()).isEqualTo("0.003");
        assertThatThrownBy(() -> world.act("{'do':'move-take-profit','symbol':'BTCUSDT','trigger':'120000'}"))
                .hasMessageContaining("no such take-profit");
    }

    @Test
    void whatAnOpeningOrderHasPresetBecomesOrdersOfTheirOwnWhenItIsFilled() throws ScenarioProblem {
        world.act(PIN);
        world.post("/api/v2/mix/order/place-order", "{'symbol':'BTCUSDT','productType':'USDT-FUTURES','marginMode':'crossed',"
                + "'marginCoin':'USDT','size':'0.02','side':'buy','orderType':'market','presetStopSurplusPrice':'120000',"
                + "'presetStopLossPrice':'90000'}");
        assertThat(listener.rows("orders-algo")).as("nothing is open yet").isEmpty();
        world.advance(300);
        assertThat(listener.told("orders", "presetStopLossPrice")).containsExactly("90000", "90000");
        assertThat(listener.told("orders-algo", "planType")).containsExactlyInAnyOrder("tp", "sl");
        assertThat(listener.told("orders-algo", "size")).containsExactly("0.02", "0.02");
        assertThat(listener.told("orders-algo", "triggerPrice")).containsExactlyInAnyOrder("120000", "90000");
        world.act("{'do':'close','symbol':'BTCUSDT'}");
        assertThat(listener.told("orders-algo", "status")).containsExactly("live", "live", "cancelled", "cancelled");
    }

    @Test
    void aScenarioPresetsThemToo() throws ScenarioProblem {
        world.act(PIN).act("{'do':'open','symbol':'BTCUSDT','side':'short','size':'0.010','stopLoss':'101000','takeProfit':'90000'}");
        assertThat(listener.told("orders-algo", "planType")).containsExactlyInAnyOrder("tp", "sl");
        world.act("{'do':'price','symbol':'BTCUSDT','price':'101100'}").advance(200);
        assertThat(listener.told("orders-algo", "status")).containsExactlyInAnyOrder("live", "live", "executed", "cancelled");
        assertThat(listener.positions()).isEmpty();
    }

    @Test
    void inV3APlanIsMovedUnderItsIdAndPresetWithItsOrder() throws ScenarioProblem {
        world.act(PIN).act("{'do':'convert'}");
        Listener unified = world.connected(Entrance.UNIFIED_PRIVATE);
        unified.login();
        unified.say("{'op':'subscribe','args':[{'instType':'UTA','topic':'strategy-order','symbol':'default'}]}");
        world.post("/api/v3/trade/place-order", "{'category':'USDT-FUTURES','symbol':'BTCUSDT','qty':'0.02','side':'buy',"
                + "'orderType':'market','stopLoss':'90000'}");
        world.advance(300);
        String id = unified.told("strategy-order", "orderId").getFirst();
        assertThat(world.post("/api/v3/trade/modify-strategy-order", "{'orderId':'" + id + "','stopLoss':'95000','qty':'0.01'}")
                .path("data").path("orderId").asString()).isEqualTo(id);
        JsonNode waiting = world.get("/api/v3/trade/unfilled-strategy-orders?category=USDT-FUTURES").path("data");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.path(0).path("stopLoss").asString()).isEqualTo("95000");
        assertThat(waiting.path(0).path("qty").asString()).isEqualTo("0.01");
        world.post("/api/v3/trade/cancel-strategy-order", "{'orderId':'" + id + "'}");
        assertThat(unified.told("strategy-order", "status")).containsExactly("pending", "pending", "cancelled");
        assertThat(unified.told("strategy-order", "stopLoss")).containsExactly("90000", "95000", "95000");
        assertThat(unified.told("strategy-order", "orderId")).containsOnly(id);
        assertThat(world.post("/api/v3/trade/modify-strategy-order", "{'orderId':'" + id + "','stopLoss':'96000'}").path("code").asString())
                .isEqualTo("40109");
    }

    @Test
    void equityMovesWithProfitAndCosts() throws ScenarioProblem {
        world.act(PIN).act(OPEN);
        // one tick of spread: the entry is 100000.1; 0.0006 x 0.01 x 100000.1 is paid
        BigDecimal wallet = new BigDecimal("10000").subtract(new BigDecimal("0.6000006"));
        assertThat(equity()).isEqualByComparingTo(wallet.add(open("0.010")));

        world.act("{'do':'price','symbol':'BTCUSDT','price':'101000'}").act("{'do':'reduce','symbol':'BTCUSDT','size':'0.004'}");
        // (100999.9 - 100000.1) x 0.004 is won, 0.0006 x 0.004 x 100999.9 is paid
        wallet = wallet.add(new BigDecimal("3.9992")).subtract(new BigDecimal("0.24239976"));
        assertThat(equity()).isEqualByComparingTo(wallet.add(open("0.006")));

        world.act("{'do':'fund','symbol':'BTCUSDT','amount':'-0.5'}");
        wallet = wallet.subtract(new BigDecimal("0.5"));
        assertThat(equity()).isEqualByComparingTo(wallet.add(open("0.006")));

        world.act("{'do':'close','symbol':'BTCUSDT'}");
        // (100999.9 - 100000.1) x 0.006 is won, 0.0006 x 0.006 x 100999.9 is paid; nothing is open any more
        wallet = wallet.add(new BigDecimal("5.9988")).subtract(new BigDecimal("0.36359964"));
        assertThat(equity()).isEqualByComparingTo(wallet);
    }

    private BigDecimal equity() {
        return new BigDecimal(listener.told("account", "equity").getLast());
    }

    /** The open profit of that much, at the mark price of the last push. */
    private BigDecimal open(String size) {
        BigDecimal mark = new BigDecimal(listener.positions().path(0).path("markPrice").asString());
        return mark.subtract(new BigDecimal("100000.1")).multiply(new BigDecimal(size));
    }

    private JsonNode post(String call, String fields) {
        JsonNode answer = world.post("/api/v2/mix/order/" + call, "{'symbol':'BTCUSDT','productType':'USDT-FUTURES','marginCoin':'USDT',"
                + fields + "}");
        assertThat(answer.path("code").asString()).as("%s", answer).isEqualTo("00000");
        return answer.path("data");
    }
}
