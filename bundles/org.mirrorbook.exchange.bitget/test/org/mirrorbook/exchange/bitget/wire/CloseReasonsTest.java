package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.exchange.bitget.Fixtures;

class CloseReasonsTest {

    /** Every kind that is documented (protocol notes, Bitget 5.2), with what a fill of it and an order of it say. */
    @ParameterizedTest
    @CsvSource({"open,,", "close,,", "buy_single,,", "sell_single,,",
            "reduce_close_long,,LIQUIDATION", "reduce_close_short,,LIQUIDATION", "reduce_buy_single,,LIQUIDATION",
            "reduce_sell_single,,LIQUIDATION", "offset_close_long,,LIQUIDATION", "offset_close_short,,LIQUIDATION",
            "burst_close_long,LIQUIDATION,LIQUIDATION", "burst_close_short,LIQUIDATION,LIQUIDATION",
            "burst_buy_single,LIQUIDATION,LIQUIDATION", "burst_sell_single,LIQUIDATION,LIQUIDATION",
            "delivery_close_long,DELIVERY,DELIVERY", "delivery_close_short,DELIVERY,DELIVERY",
            "delivery_buy_single,DELIVERY,DELIVERY", "delivery_sell_single,DELIVERY,DELIVERY",
            "dte_sys_adl_close_long,ADL,ADL", "dte_sys_adl_close_short,ADL,ADL",
            "dte_sys_adl_buy_in_single_side_mode,ADL,ADL", "dte_sys_adl_sell_in_single_side_mode,ADL,ADL"})
    void aKindForcesAReasonInAnyCase(String kind, CloseReason ofFill, CloseReason ofOrder) {
        for (var spelling : List.of(kind, kind.toUpperCase(Locale.ROOT))) {
            assertThat(CloseReasons.ofFill(spelling).orElse(null)).isEqualTo(ofFill);
            assertThat(CloseReasons.forced(spelling).orElse(null)).isEqualTo(ofOrder);
            assertThat(Words.strangeKind(row("{\"tradeSide\":\"" + spelling + "\"}"))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"liquidation,sys,LIQUIDATION", "reduce_offset,sys,LIQUIDATION", "reverse,web,REVERSAL", "trader_reverse,app,REVERSAL",
            "delivery_close_long,sys,DELIVERY", "delivery_close_short,sys,DELIVERY", "profit_market,sys,TAKE_PROFIT",
            "profit_limit,sys,TAKE_PROFIT", "profit_chase,sys,TAKE_PROFIT", "pos_profit_market,sys,TAKE_PROFIT",
            "pos_profit_limit,sys,TAKE_PROFIT", "trader_profit,sys,TAKE_PROFIT", "loss_market,sys,STOP", "loss_limit,sys,STOP",
            "loss_chase,sys,STOP", "POS_LOSS_MARKET,SYS,STOP", "pos_loss_limit,sys,STOP", "trader_loss,sys,STOP", "move_market,sys,STOP",
            "move_limit,sys,STOP", "normal,api,MANUAL", "market,web,MANUAL", "Trader_delegate,,MANUAL", "plan_market,ios,MANUAL",
            "modify_order_limit,WEB,MANUAL", "strategy_oco_trigger,api,MANUAL", "brand_new,ANDROID,MANUAL"})
    void theSourceOfAnOrderTellsItsReason(String source, String entered, CloseReason reason) {
        assertThat(CloseReasons.ofOrder("close", source, entered == null ? "" : entered)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"brand_new,sys", "brand_new,", "market_risk,sys", "normal,sys", ",", ",sys"})
    void whatIsNotKnownGivesNoReason(String source, String entered) {
        assertThat(CloseReasons.ofOrder("close", source == null ? "" : source, entered == null ? "" : entered)).isEmpty();
    }

    @Test
    void theKindOutweighsTheSource() {
        assertThat(CloseReasons.ofOrder("dte_sys_adl_close_long", "liquidation", "sys")).contains(CloseReason.ADL);
    }

    @Test
    void inOneWayModeAnOrderClosedWhereItMayOnlyReduceOrComesFromAStopOrRealisedSomething() {
        var heard = new ArrayList<String>();
        var notes = OrderRows.closing(USDT, List.of(oneWay("1", "\"reduceOnly\":\"YES\""), oneWay("2", "\"orderSource\":\"loss_market\""),
                oneWay("3", "\"totalProfits\":\"-4.2\""), oneWay("4", "\"totalProfits\":\"0\",\"reduceOnly\":\"NO\""),
                oneWay("5", "\"reduceOnly\":\"YES\",\"baseVolume\":\"0\"")), heard::add);
        assertThat(notes).extracting(OrderNote::orderId).containsExactly("1", "2", "3");
        assertThat(heard).isEmpty();
    }

    @Test
    void aSourceAndAKindThatNobodyDocumentsAreToldOf() {
        var heard = new ArrayList<String>();
        OrderRows.closing(USDT, List.of(oneWay("1", "\"reduceOnly\":\"YES\",\"orderSource\":\"brand_new\",\"tradeSide\":\"swapped\"")),
                heard::add);
        assertThat(heard).containsExactly("tradeSide has the unknown value \"swapped\"", "orderSource has the unknown value \"brand_new\"");
    }

    @Test
    void theDocumentedHistoryOnlyOpens() {
        var rows = row(Fixtures.read("rest-orders-history-1.json")).row("data").rows("entrustedList");
        assertThat(rows).hasSize(1);
        assertThat(OrderRows.closing(USDT, rows, strange -> { })).isEmpty();
        assertThat(OrderRows.closing(USDT, rows.stream().map(row -> row.with("tradeSide", "close")).toList(), strange -> { }))
                .singleElement().satisfies(note -> assertThat(note.reason()).isEqualTo(CloseReason.MANUAL));
    }

    private static WireRow oneWay(String id, String more) {
        var row = row("{" + more + "}");
        var full = row("{\"orderId\":\"" + id + "\",\"symbol\":\"BTCUSDT\",\"posMode\":\"one_way_mode\",\"enterPointSource\":\"api\","
                + "\"uTime\":\"5\"}");
        for (var field : row.scalars().entrySet()) {
            full = full.with(field.getKey(), field.getValue());
        }
        return full.text("baseVolume").isPresent() ? full : full.with("baseVolume", "1");
    }

    private static WireRow row(String text) {
        return new WireReader().read(text);
    }
}
