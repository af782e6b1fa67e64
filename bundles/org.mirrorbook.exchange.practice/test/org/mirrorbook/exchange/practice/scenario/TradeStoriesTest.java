package org.mirrorbook.exchange.practice.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.practice.books.ClosedLife;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.Position;

import tools.jackson.databind.JsonNode;

/**
 * Each verb that trades or lets orders wait, as a client of the classic stream sees it; prices are pinned so that the sums can be done.
 * Long, since it is the catalogue of verbs.
 */
class TradeStoriesTest {

    private static final String PIN = "{'do':'price','symbol':'BTCUSDT','price':'100000'}";
    private static final String OPEN = "{'do':'open','symbol':'BTCUSDT','side':'long','size':'0.010'}";
    private static final String CLOSE = "{'do':'close','symbol':'BTCUSDT'}";
    private static final String HEDGE = "{'do':'mode','positionMode':'hedge_mode'}";

    private final World world = new World();
    private final Listener listener = world.subscribed("positions", "orders", "orders-algo", "fill", "account", "positions-history",
            "adl-noti");

    @Test
    void anOpeningIsToldAsAnOrderThatIsLiveAndThenFilled() throws ScenarioProblem {
        world.act(PIN).act(OPEN);

        assertThat(listener.told("orders", "status")).containsExactly("live", "filled");
        assertThat(listener.told("fill", "tradeSide")).containsExactly("buy_single");
        JsonNode row = listener.positions().path(0);
        assertThat(row.path("total").asString()).isEqualTo("0.01");
        assertThat(row.path("totalFee").asString()).as("no funding yet").isEmpty();
        assertThat(row.path("leverage").isNumber()).isTrue();
    }

    @Test
    void aPartialCloseLeavesItsProfitInThePositionAndTellsNoClosingRecord() throws ScenarioProblem {
        world.act(PIN).act(OPEN).act("{'do':'price','symbol':'BTCUSDT','price':'101000'}");
        BigDecimal entry = world.position("BTCUSDT").openPriceAvg();

        world.act("{'do':'reduce','symbol':'BTCUSDT','size':'0.004'}");

        // one tick of spread: the exit is 100999.9; (exit - entry) * 0.004
        BigDecimal expected = new BigDecimal("100999.9").subtract(entry).multiply(new BigDecimal("0.004"));
        JsonNode row = listener.positions().path(0);
        assertThat(new BigDecimal(row.path("achievedProfits").asString())).isEqualByComparingTo(expected);
        assertThat(row.path("total").asString()).isEqualTo("0.006");
        assertThat(listener.pushes("positions-history")).isEmpty();
    }

    @Test
    void aCloseEmptiesTheListAndTellsOneClosingRecord() throws ScenarioProblem {
        world.act(PIN).act(OPEN).act(CLOSE);

        assertThat(listener.positions()).isEmpty();
        assertThat(listener.rows("positions-history")).hasSize(1);
    }

    @Test
    void whatIsToldOfACloseComesInAnyOrder() throws ScenarioProblem {
        boolean fillFirst = false;
        boolean listFirst = false;
        for (int round = 0; round < 40; round++) {
            world.advance(250).act(OPEN);
            listener.forget();
            world.act(CLOSE);
            List<String> channels = listener.frames().stream()
                    .map(frame -> frame.replaceAll(".*\"channel\":\"([a-z-]+)\".*", "$1")).toList();
            fillFirst |= channels.lastIndexOf("fill") < channels.lastIndexOf("positions");
            listFirst |= channels.lastIndexOf("positions") < channels.lastIndexOf("fill");
        }
        assertThat(fillFirst).isTrue();
        assertThat(listFirst).isTrue();
    }

    @Test
    void aFlipShowsTheOtherSideInOnePush() throws ScenarioProblem {
        world.act(OPEN);
        listener.forget();

        world.act("{'do':'flip','symbol':'BTCUSDT','size':'0.003'}");

        assertThat(listener.pushes("positions").stream().map(push -> push.path("data").size())).doesNotContain(0, 2);
        JsonNode row = listener.positions().path(0);
        assertThat(row.path("holdSide").asString()).isEqualTo("short");
        assertThat(row.path("total").asString()).isEqualTo("0.003");
        assertThat(listener.told("fill", "baseVolume")).as("one execution of 0.010 + 0.003").containsExactly("0.013");
    }

    @Test
    void aReopenedSlotNeverLooksEmpty() throws ScenarioProblem {
        world.act(OPEN).advance(1_000);
        long before = world.position("BTCUSDT").posId();
        listener.forget();

        world.act("{'do':'reopen','symbol':'BTCUSDT'}");

        assertThat(listener.pushes("positions")).allSatisfy(push -> assertThat(push.path("data")).hasSize(1));
        assertThat(world.position("BTCUSDT").posId()).isNotEqualTo(before);
        assertThat(listener.rows("positions-history")).hasSize(1);
    }

    @Test
    void inHedgeModeAReversalClosesOneSideAndOpensTheOther() throws ScenarioProblem {
        world.act(HEDGE).act(OPEN);
        listener.forget();

        world.act("{'do':'reverse','symbol':'BTCUSDT'}");

        assertThat(listener.positions()).hasSize(1);
        assertThat(world.position("BTCUSDT").side()).isEqualTo(HoldSide.SHORT);
        assertThat(sources()).startsWith("reverse", "reverse");
        assertThat(listener.told("fill", "tradeSide")).containsExactlyInAnyOrder("close", "open");
    }

    @Test
    void theReversalOfTheProtocolDoesTheSame() throws ScenarioProblem {
        world.act(HEDGE).act(OPEN);

        JsonNode reply = world.post("/api/v2/mix/order/click-backhand",
                "{'symbol':'BTCUSDT','productType':'USDT-FUTURES','holdSide':'long','size':'0.004'}");

        assertThat(reply.path("code").asString()).isEqualTo("00000");
        assertThat(world.book().positions(world.contract("BTCUSDT"))).extracting(Position::side, Position::total).containsExactly(
                tuple(HoldSide.LONG, new BigDecimal("0.006")),
                tuple(HoldSide.SHORT, new BigDecimal("0.004")));
    }

    @Test
    void aLimitOrderRestsUntilItsPriceIsMet() throws ScenarioProblem {
        world.act(PIN).act("{'do':'limit','symbol':'BTCUSDT','side':'long','size':'0.010','price':'99000','id':'dip'}");
        assertThat(listener.told("orders", "status")).containsExactly("live");
        assertThat(listener.positions()).isEmpty();

        world.act("{'do':'price','symbol':'BTCUSDT','price':'98990'}");

        assertThat(listener.told("orders", "status")).containsExactly("live", "filled");
        assertThat(listener.told("fill", "price")).containsExactly("99000");
        assertThat(listener.told("fill", "tradeScope")).containsExactly("maker");
        assertThat(listener.rows("orders").getLast().path("clientOid").asString()).isEqualTo("dip");
    }

    @Test
    void aRestingCloseChangesOnlyWhatIsAvailable() throws ScenarioProblem {
        world.act(PIN).act(OPEN);
        JsonNode before = listener.positions().path(0);

        world.act("{'do':'limit','symbol':'BTCUSDT','side':'long','size':'0.004','price':'120000','closes':true}");

        JsonNode after = listener.positions().path(0);
        assertThat(after.path("available").asString()).isEqualTo("0.006");
        assertThat(after.path("frozen").asString()).isEqualTo("0.004");
        assertThat(after.path("total")).isEqualTo(before.path("total"));
        assertThat(after.path("uTime")).isEqualTo(before.path("uTime"));

        world.act("{'do':'cancel','symbol':'BTCUSDT'}");
        assertThat(listener.told("orders", "status")).endsWith("canceled");
        assertThat(listener.positions().path(0).path("frozen").asString()).isEqualTo("0");
    }

    @Test
    void inHedgeModeAMarketCloseCancelsTheRestingClose() throws ScenarioProblem {
        world.act(PIN).act(HEDGE).act(OPEN)
                .act("{'do':'limit','symbol':'BTCUSDT','side':'long','size':'0.010','price':'120000','closes':true,'id':'resting'}");
        listener.forget();

        world.act(CLOSE);

        assertThat(listener.rows("orders")).anySatisfy(row -> {
            assertThat(row.path("clientOid").asString()).isEqualTo("resting");
            assertThat(row.path("status").asString()).isEqualTo("canceled");
        });
        assertThat(listener.positions()).isEmpty();
        assertThat(world.book().pending()).isEmpty();
    }

    @Test
    void aTakeProfitOfThePositionClosesItAndSaysWhy() throws ScenarioProblem {
        world.act(PIN).act(OPEN).act("{'do':'take-profit','symbol':'BTCUSDT','trigger':'101000'}")
                .act("{'do':'stop-loss','symbol':'BTCUSDT','trigger':'99000'}");
        assertThat(listener.told("orders-algo", "planType")).containsExactly("ptp", "psl");
        assertThat(listener.told("orders-algo", "size")).containsExactly("0", "0");
        assertThat(plansPending()).hasSize(2);

        world.act("{'do':'price','symbol':'BTCUSDT','price':'101500'}").advance(200);

        assertThat(listener.told("orders-algo", "status")).containsExactly("live", "live", "executed", "cancelled");
        assertThat(sources().getFirst()).isEqualTo("pos_profit_market");
        assertThat(listener.positions()).isEmpty();
        assertThat(plansPending()).isEmpty();
        assertThat(world.get("/api/v2/mix/order/orders-plan-history?productType=USDT-FUTURES&planType=profit_loss").path("data")
                .path("entrustedList")).hasSize(2);
    }

    @Test
    void aStopOfAPartLeavesTheRest() throws ScenarioProblem {
        world.act(PIN).act(OPEN).act("{'do':'stop-loss','symbol':'BTCUSDT','trigger':'99000','size':'0.004'}")
                .act("{'do':'price','symbol':'BTCUSDT','price':'98000'}").advance(200);

        assertThat(listener.told("orders-algo", "planType")).containsExactly("sl", "sl");
        assertThat(world.position("BTCUSDT").total()).isEqualByComparingTo("0.006");
        assertThat(sources().getFirst()).isEqualTo("loss_market");
    }

    @Test
    void plansComeThroughTheProtocolToo() throws ScenarioProblem {
        world.act(PIN).act(OPEN);

        JsonNode placed = world.post("/api/v2/mix/order/place-tpsl-order", "{'symbol':'BTCUSDT','productType':'USDT-FUTURES',"
                + "'planType':'pos_loss','triggerPrice':'90000','holdSide':'long'}");

        String id = placed.path("data").path("orderId").asString();
        assertThat(plansPending().path(0).path("marginMode").isNull()).isTrue();
        JsonNode position = world.get("/api/v2/mix/position/all-position?productType=USDT-FUTURES").path("data").path(0);
        assertThat(position.path("stopLossId").asString()).isEqualTo(id);
        world.post("/api/v2/mix/order/cancel-plan-order", "{'productType':'USDT-FUTURES','orderId':'" + id + "'}");
        assertThat(listener.told("orders-algo", "status")).containsExactly("live", "cancelled");
    }

    @Test
    void aLiquidationIsToldByItsTradeSide() throws ScenarioProblem {
        world.act(OPEN).act("{'do':'liquidate','symbol':'BTCUSDT'}");

        assertThat(listener.told("fill", "tradeSide")).containsExactly("buy_single", "burst_sell_single");
        assertThat(listener.told("orders", "enterPointSource")).last().isEqualTo("SYS");
        assertThat(sources().getFirst()).isEqualTo("liquidation");
        assertThat(listener.positions()).isEmpty();
    }

    @Test
    void inHedgeModeALiquidationNamesThePosition() throws ScenarioProblem {
        world.act(HEDGE).act(OPEN).act("{'do':'liquidate','symbol':'BTCUSDT','side':'long'}");

        assertThat(listener.told("fill", "tradeSide")).containsExactly("open", "burst_close_long");
    }

    @Test
    void deleveragingTakesAPartAndIsAnnounced() throws ScenarioProblem {
        world.act(HEDGE).act(OPEN).act("{'do':'adl','symbol':'BTCUSDT','size':'0.004'}");

        assertThat(listener.told("fill", "tradeSide")).containsExactly("open", "dte_sys_adl_close_long");
        assertThat(listener.told("adl-noti", "amount")).containsExactly("0.004");
        assertThat(world.position("BTCUSDT").total()).isEqualByComparingTo("0.006");
    }

    @Test
    void fundingMovesTheRowAndTheAccount() throws ScenarioProblem {
        world.act(OPEN).advance(1_000);
        long before = world.position("BTCUSDT").uTime();
        listener.forget();

        world.act("{'do':'fund','symbol':'BTCUSDT','amount':'-0.25'}");

        assertThat(listener.positions().path(0).path("totalFee").asString()).isEqualTo("-0.25");
        assertThat(world.position("BTCUSDT").uTime()).isGreaterThan(before);
        assertThat(listener.pushes("account")).hasSize(1);
    }

    @Test
    void fundingAtARateIsPaidByLongs() throws ScenarioProblem {
        world.act("{'do':'price','symbol':'XRPUSDT','price':'2'}").act("{'do':'open','symbol':'XRPUSDT','side':'long','size':'100'}")
                .act("{'do':'fund','symbol':'XRPUSDT','rate':'0.001'}");

        BigDecimal mark = new BigDecimal(listener.positions().path(0).path("markPrice").asString());
        // 100 * mark * 0.001, paid
        assertThat(new BigDecimal(listener.positions().path(0).path("totalFee").asString()))
                .isEqualByComparingTo(mark.multiply(new BigDecimal("-0.1")));
    }

    @Test
    void leverageAndMarginArePushed() throws ScenarioProblem {
        world.act("{'do':'open','symbol':'BTCUSDT','side':'long','size':'0.010','marginMode':'isolated','leverage':10}");
        BigDecimal margin = world.position("BTCUSDT").marginSize();

        world.act("{'do':'margin','symbol':'BTCUSDT','amount':'25'}");
        assertThat(new BigDecimal(listener.positions().path(0).path("marginSize").asString()))
                .isEqualByComparingTo(margin.add(new BigDecimal("25")));

        world.act("{'do':'leverage','symbol':'BTCUSDT','leverage':20}");
        assertThat(listener.positions().path(0).path("leverage").asInt()).isEqualTo(20);
    }

    @Test
    void aPriceFarEnoughLiquidates() throws ScenarioProblem {
        world.act(PIN).act("{'do':'open','symbol':'BTCUSDT','side':'long','size':'0.010','marginMode':'isolated','leverage':50}")
                .act("{'do':'price','symbol':'BTCUSDT','price':'90000'}");

        assertThat(listener.told("fill", "tradeSide")).last().isEqualTo("burst_sell_single");
        assertThat(listener.positions()).isEmpty();
    }

    @Test
    void twoProductsAreTwoLists() throws ScenarioProblem {
        listener.say("{'op':'subscribe','args':[{'instType':'USDC-FUTURES','channel':'positions','instId':'default'}]}");
        world.act(OPEN).act("{'do':'open','symbol':'BTCPERP','side':'short','size':'0.010'}").act("{'do':'close','symbol':'BTCPERP'}");

        List<JsonNode> usdc = listener.pushes("positions").stream()
                .filter(push -> push.path("arg").path("instType").asString().equals("USDC-FUTURES")).toList();
        assertThat(usdc.getLast().path("data")).isEmpty();
        assertThat(world.book().positions()).extracting(position -> position.contract().symbol()).containsExactly("BTCUSDT");
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() {
        assertThatThrownBy(() -> world.act(CLOSE)).isInstanceOf(ScenarioProblem.class)
                .hasMessage("There is no open position of BTCUSDT in account 0.");
        assertThatThrownBy(() -> world.act("{'do':'open','symbol':'BTCUSDT','side':'long','size':'900'}"))
                .hasMessageContaining("40762");
        assertThatThrownBy(() -> world.act("{'do':'close','symbol':'BTCUSDT','account':7}")).hasMessageContaining("account 7");
    }

    @Test
    void aLifeKeepsItsFiguresWhateverClosedIt() throws ScenarioProblem {
        world.act(PIN).act(OPEN).act("{'do':'adl','symbol':'BTCUSDT'}");

        ClosedLife closed = world.book().ledger().lives().getLast();
        assertThat(closed.netProfit()).isEqualByComparingTo(closed.life().totals().profit()
                .add(closed.life().totals().openFee()).add(closed.life().totals().closeFee()));
    }

    private JsonNode plansPending() {
        return world.get("/api/v2/mix/order/orders-plan-pending?productType=USDT-FUTURES&planType=profit_loss").path("data")
                .path("entrustedList");
    }

    /** The sources of the finished orders, newest first. */
    private List<String> sources() {
        return world.get("/api/v2/mix/order/orders-history?productType=USDT-FUTURES").path("data").path("entrustedList").valueStream()
                .map(row -> row.path("orderSource").asString()).toList();
    }
}
