package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.exchange.bitget.Fixtures;

class FillRowsTest {

    private static final String ROW = "{\"orderId\":\"1\",\"tradeId\":\"2\",\"symbol\":\"BTCUSDT\",\"side\":\"sell\",\"posMode\":\"MODE\","
            + "\"price\":\"10\",\"baseVolume\":\"3\",\"profit\":\"\",\"tradeSide\":\"KIND\",\"cTime\":\"5\"}";

    private final WireReader reader = new WireReader();

    @Test
    void aPushedFillIsReadInFull() {
        var fill = FillRows.read(USDT, new Frame(reader.read(Fixtures.read("fill-1.json"))).rows()).get(0);
        assertThat(fill.fillId()).isEqualTo("222");
        assertThat(fill.orderId()).isEqualTo("111");
        assertThat(fill.buys()).isTrue();
        assertThat(fill.quantity()).isEqualByComparingTo("0.01");
        assertThat(fill.price()).isEqualByComparingTo("51000.5");
        assertThat(fill.fees()).containsExactly(new Money(new BigDecimal("-0.183717"), "USDT"));
        assertThat(fill.at()).isEqualTo(Instant.ofEpochMilli(1703577336606L));
    }

    @Test
    void inOneWayModeAFillMarkedAsOpeningWasSeenToCloseSoThePositionDecides() {
        var fill = rest("rest-fill-history-1-live.json");
        assertThat(fill.pnl()).isEqualByComparingTo("0.0252");
        assertThat(fill.effect()).isEmpty();
    }

    @Test
    void aFeeDeductedInAnotherCoinKeepsThatCoin() {
        var fill = rest("rest-fills-1.json");
        assertThat(fill.fees()).containsExactly(new Money(new BigDecimal("-0.017118519726"), "BGB"));
        assertThat(fill.instrument()).isEqualTo("ETHUSDT");
        assertThat(fill.effect()).contains(Fill.Effect.CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"hedge_mode,open,OPEN,false", "hedge_mode,close,CLOSE,false", "hedge_mode,burst_close_long,CLOSE,false",
            "hedge_mode,burst_close_short,CLOSE,true", "hedge_mode,reduce_close_short,CLOSE,true",
                    "hedge_mode,offset_close_long,CLOSE,false",
            "hedge_mode,delivery_close_short,CLOSE,true", "hedge_mode,dte_sys_adl_close_short,CLOSE,true", "one_way_mode,buy_single,,false",
            "one_way_mode,sell_single,,false", "one_way_mode,close,,false", "one_way_mode,burst_sell_single,CLOSE,false",
            "one_way_mode,dte_sys_adl_sell_in_single_side_mode,CLOSE,false", "one_way_mode,reduce_sell_single,CLOSE,false",
            "hedge_mode,something_new,,false"})
    void whatAFillDoesIsReadFromItsKind(String mode, String kind, Fill.Effect effect, boolean buys) {
        var fill = FillRows.read(USDT, List.of(reader.read(ROW.replace("MODE", mode).replace("KIND", kind)))).get(0);
        assertThat(fill.effect().orElse(null)).isEqualTo(effect);
        assertThat(fill.buys()).isEqualTo(buys);
    }

    @ParameterizedTest
    @CsvSource({"burst_close_long,LIQUIDATION", "BURST_SELL_SINGLE,LIQUIDATION", "dte_sys_adl_close_short,ADL",
            "dte_sys_adl_sell_in_single_side_mode,ADL", "delivery_close_long,DELIVERY", "delivery_sell_single,DELIVERY", "close,",
            "reduce_close_long,", "something_new,"})
    void aFillSaysWhyItClosesOnlyWhereItsKindDoes(String kind, CloseReason reason) {
        var fill = FillRows.read(USDT, List.of(reader.read(ROW.replace("MODE", "hedge_mode").replace("KIND", kind)))).get(0);
        assertThat(fill.reason().orElse(null)).isEqualTo(reason);
    }

    @Test
    void aKindThatNobodyDocumentsIsToldOnceAndItsFiguresStand() {
        var heard = new ArrayList<String>();
        var row = reader.read(ROW.replace("MODE", "hedge_mode").replace("KIND", "something_new"));
        assertThat(FillRows.read(USDT, List.of(row, row), heard::add)).hasSize(2).allMatch(fill -> fill.quantity().intValueExact() == 3);
        assertThat(heard).containsExactly("tradeSide has the unknown value \"something_new\"");
    }

    @Test
    void everyFeeKeepsItsCoinAndItsSign() {
        var row = ROW.replace("\"profit\"",
                "\"feeDetail\":[{\"feeCoin\":\"BGB\",\"totalFee\":-0.1},{\"feeCoin\":\"USDT\",\"totalFee\":\"2e-3\"},"
                + "{\"feeCoin\":\"BTC\",\"totalFee\":\"\"},{\"feeCoin\":\"ETH\",\"totalFee\":null}],\"profit\"");
        assertThat(FillRows.read(USDT, List.of(reader.read(row))).get(0).fees()).containsExactly(new Money(new BigDecimal("-0.1"), "BGB"),
                new Money(new BigDecimal("0.002"), "USDT"));
    }

    @Test
    void aFeeInAnotherShapeIsNotNone() {
        for (var shape : List.of("\"-0.1\"", "{\"totalFee\":\"-0.1\"}", "[-0.1]")) {
            var row = reader.read(ROW.replace("\"profit\"", "\"feeDetail\":" + shape + ",\"profit\""));
            assertThatThrownBy(() -> FillRows.read(USDT, List.of(row))).isInstanceOf(UnreadableFrame.class)
                    .hasMessageContaining("feeDetail");
        }
    }

    @Test
    void aFillOfNothingIsNone() {
        assertThat(FillRows.read(USDT, List.of(reader.read(ROW.replace("\"3\"", "\"0\""))))).isEmpty();
    }

    @Test
    void aSideThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> FillRows.read(USDT, List.of(reader.read(ROW.replace("sell", "swap"))))).isInstanceOf(UnreadableFrame.class)
                .hasMessageContaining("side");
    }

    private Fill rest(String fixture) {
        return FillRows.read(USDT, reader.read(Fixtures.read(fixture)).row("data").rows("fillList")).get(0);
    }
}
