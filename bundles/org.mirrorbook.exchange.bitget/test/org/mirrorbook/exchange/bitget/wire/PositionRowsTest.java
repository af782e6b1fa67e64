package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.bitget.Fixtures.COIN;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.bitget.Fixtures;

class PositionRowsTest {

    private static final String ROW = "{\"posId\":\"7\",\"instId\":\"BTCUSDT\",\"marginCoin\":\"USDT\",\"marginMode\":\"crossed\","
            + "\"holdSide\":\"long\",\"total\":\"0.5\",\"openPriceAvg\":\"100\",\"cTime\":\"1000\",\"uTime\":\"2000\"}";

    private final WireReader reader = new WireReader();

    @Test
    void theDocumentedPushIsReadInFull() {
        var row = push("positions-1.json").get(0);
        assertThat(row.slot()).isEqualTo(new Slot(USDT, "ETHUSDT", Side.SHORT, MarginMode.CROSSED, "USDT"));
        assertThat(row.life()).isEqualTo(LifeMark.ofLife("1", Instant.ofEpochMilli(1695649246169L)));
        assertThat(row.size()).isEqualByComparingTo("0.1");
        assertThat(row.entryPrice()).isEqualByComparingTo("1900");
        assertThat(row.updatedAt()).isEqualTo(Instant.ofEpochMilli(1695711602568L));
        var figures = row.figures();
        assertThat(figures.leverage()).contains(new BigDecimal("2E+1"));
        assertThat(figures.margin()).contains(new BigDecimal("9.5"));
        assertThat(figures.markPrice()).isEmpty();
        assertThat(figures.liquidationPrice()).contains(new BigDecimal("5788.108475905242"));
        assertThat(figures.realised()).contains(BigDecimal.ZERO);
    }

    @Test
    void theDocumentedAnswerOfRestIsReadInFull() {
        var row = rest("rest-all-position-1.json").get(0);
        assertThat(row.slot()).isEqualTo(new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.ISOLATED, "USDT"));
        assertThat(row.life()).isEqualTo(new LifeMark(Optional.empty(), IdScope.NONE, Optional.of(Instant.ofEpochMilli(1691382137448L)),
                true));
        assertThat(row.size()).isEqualByComparingTo("0.01");
        assertThat(row.entryPrice()).isEqualByComparingTo("25000");
        assertThat(row.updatedAt()).isEqualTo(Instant.ofEpochMilli(1691382137999L));
        // paid fees are positive there and negative here; funding is signed already
        assertThat(row.figures()).isEqualTo(figures("20", "9.6695050093373343", "25100", "24144.1124161806977798", "1", "0", "-0.388",
                "1.45"));
    }

    @Test
    void aPositionOfFiveSecondsIsReadInFull() {
        var row = rest("rest-all-position-2-live.json").get(0);
        assertThat(row.slot()).isEqualTo(new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.ISOLATED, "USDT"));
        assertThat(row.size()).isEqualByComparingTo("0.0031");
        assertThat(row.entryPrice()).isEqualByComparingTo("114895.4");
        assertThat(row.updatedAt()).isEqualTo(Instant.ofEpochMilli(1755590192436L));
        // no funding yet; the one opening fee is 0.0031 x 114895.4 x 0.0004 = 0.142470296
        assertThat(row.figures()).isEqualTo(figures("10", "35.617574", "114895.3", "103862.856568903174", "-0.00031", "0", "-0.142470296",
                null));
    }

    @Test
    void anOldDemoPositionKeepsItsSymbolAndCoinAsTheyAre() {
        var row = rest("rest-all-position-3-demo-coin.json").get(0);
        assertThat(row.slot()).isEqualTo(new Slot(USDT, "SBTCSUSDT", Side.LONG, MarginMode.CROSSED, "SUSDT"));
        assertThat(row.size()).isEqualByComparingTo("0.01");
        assertThat(row.entryPrice()).isEqualByComparingTo("113617.3");
        // the venue's own liquidation price, however far; fee 0.01 x 113617.3 x 0.0006 = 0.6817038
        assertThat(row.figures()).isEqualTo(figures("5", "227.2346", "113639.8", "65031742.063478260869", "0.225", "0", "-0.6817038",
                null));
    }

    @Test
    void theAnswerAboutOneSlotIsReadAsThatAboutAll() {
        var row = rest("rest-single-position-1-live.json").get(0);
        assertThat(row.slot()).isEqualTo(new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT"));
        assertThat(row.life().startedAt()).contains(Instant.ofEpochMilli(1739431888793L));
        assertThat(row.updatedAt()).isEqualTo(Instant.ofEpochMilli(1739621073343L));
        assertThat(row.size()).isEqualByComparingTo("0.01");
        assertThat(row.entryPrice()).isEqualByComparingTo("96061.6");
        // margin 96061.6 x 0.01 / 10, profit (97495.4 - 96061.6) x 0.01, a liquidation price below zero is none
        assertThat(row.figures()).isEqualTo(figures("10", "96.0616", "97495.4", null, "14.338", "0", "-0.5763696", "-0.31252946"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-all-position-1.json", "rest-all-position-2-live.json", "rest-all-position-3-demo-coin.json",
            "rest-single-position-1-live.json"})
    void restCallsTheInstrumentSymbolAndWhatIsLockedOrAtRiskIsNoFigureOfOurs(String fixture) {
        var row = reader.read(Fixtures.read(fixture)).rows("data").get(0);
        assertThat(row.scalars()).containsKeys("symbol", "locked", "marginRatio").doesNotContainKeys("instId", "posId", "positionId");
        var less = new HashMap<>(row.scalars());
        less.keySet().removeAll(Set.of("locked", "marginRatio", "available", "openDelegateSize"));
        less.put("instId", less.remove("symbol"));
        assertThat(PositionRows.read(USDT, List.of(new WireRow(less, row.lists())))).isEqualTo(rest(fixture));
    }

    @Test
    void tradingFeesAreTurnedToNegativeWhenPaidAndFundingIsSignedAlready() {
        // deductedFee 0.388 was paid; totalFee 1.45 was received
        var figures = push("positions-1.json").get(0).figures();
        assertThat(figures.fees()).contains(new BigDecimal("-0.388"));
        assertThat(figures.funding()).contains(new BigDecimal("1.45"));
        // REST of a live account: funding -0.31252946 was paid, one opening fee 96061.6 x 0.01 x 0.0006 = 0.5763696
        var live = rest("rest-single-position-1-live.json").get(0).figures();
        assertThat(live.funding()).contains(new BigDecimal("-0.31252946"));
        assertThat(live.fees()).contains(new BigDecimal("-0.5763696"));
    }

    @Test
    void leverageAsANumberIsNoReasonToRefuseAPush() {
        assertThat(push("positions-2.json")).hasSize(1);
        assertThat(push("positions-2.json").get(0).figures().leverage()).contains(new BigDecimal("2E+1"));
    }

    @Test
    void allFiguresAsNumbersGiveTheSameRowAsAllAsStrings() {
        var strings = read(USDT, ROW);
        var numbers = read(USDT, ROW.replaceAll(":\"([0-9.]+)\"", ":$1"));
        assertThat(numbers).isEqualTo(strings);
    }

    @Test
    void fundingIsAbsentBeforeTheFirstSettlement() {
        assertThat(rest("rest-all-position-2-live.json").get(0).figures().funding()).isEmpty();
    }

    @Test
    void aLiquidationPriceOfZeroOrLessMeansThatThereIsNone() {
        assertThat(rest("rest-single-position-1-live.json").get(0).figures().liquidationPrice()).isEmpty();
        assertThat(read(USDT, ROW.replace("\"cTime\"", "\"liquidationPrice\":\"0\",\"cTime\"")).get(0).figures().liquidationPrice())
                .isEmpty();
    }

    @Test
    void aRestRowHasNoIdAndItsCreationTimeIsTheStartOfItsLife() {
        var life = rest("rest-all-position-2-live.json").get(0).life();
        assertThat(life.id()).isEmpty();
        assertThat(life.startedAt()).contains(Instant.ofEpochMilli(1755590192436L));
        assertThat(life.isOfLife()).isTrue();
    }

    @Test
    void aFlatScopeIsAnEmptyList() {
        assertThat(push("positions-4-empty.json")).isEmpty();
        assertThat(rest("rest-all-position-4-empty.json")).isEmpty();
    }

    @Test
    void aRowOfSizeZeroIsNoOpenPositionWhateverElseIsMissing() {
        assertThat(read(USDT, "{\"symbol\":\"BTCUSDT\",\"total\":\"0\",\"openPriceAvg\":null,\"holdSide\":\"\"}")).isEmpty();
    }

    @Test
    void figuresThatWereNotSentAreAbsent() {
        assertThat(read(USDT, ROW).get(0).figures()).isEqualTo(RowFigures.none());
    }

    @ParameterizedTest
    @CsvSource({"crossed,CROSSED", "cross,CROSSED", "isolated,ISOLATED", "fixed,ISOLATED"})
    void theOldWordForIsolatedIsKnown(String word, MarginMode mode) {
        assertThat(read(USDT, ROW.replace("crossed", word)).get(0).slot().marginMode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"\"long\",\"net\",holdSide", "\"long\",\"both\",holdSide", "\"crossed\",\"portfolio\",marginMode", "\"0.5\",\"-0.5\",total",
            "\"100\",\"\",openPriceAvg", "\"BTCUSDT\",\"\",instId", "\"USDT\",\"\",marginCoin", "\"0.5\",\"lots\",total"})
    void aStateOrSizeThatIsNotKnownIsRefusedAndNotGuessed(String known, String strange, String field) {
        assertThatThrownBy(() -> read(USDT, ROW.replace(known, strange))).isInstanceOf(UnreadableFrame.class).hasMessageContaining(field);
    }

    @Test
    void unknownFieldsAreIgnored() {
        var more = ROW.replace("\"cTime\"", "\"cashDividend\":{\"USDT\":[1,[2],{\"x\":null}]},\"newThing\":[\"a\"],\"cTime\"");
        assertThat(read(USDT, more)).isEqualTo(read(USDT, ROW));
    }

    @Test
    void aCoinMarginedRowBelongsToAnInverseProduct() {
        var slot = read(COIN, ROW.replace("BTCUSDT", "BTCUSD").replace("\"USDT\"", "\"BTC\"")).get(0).slot();
        assertThat(slot.scope().product().inverse()).isTrue();
        assertThat(slot.marginCoin()).isEqualTo("BTC");
    }

    /** In the order of {@link RowFigures}; null for what is absent. */
    private static RowFigures figures(String... values) {
        var all = Stream.of(values).map(value -> Optional.ofNullable(value).map(BigDecimal::new)).toList();
        return new RowFigures(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6), all.get(7));
    }

    private List<PositionRow> push(String fixture) {
        return PositionRows.read(USDT, new Frame(reader.read(Fixtures.read(fixture))).rows());
    }

    private List<PositionRow> rest(String fixture) {
        return PositionRows.read(USDT, reader.read(Fixtures.read(fixture)).rows("data"));
    }

    private List<PositionRow> read(Scope scope, String row) {
        return PositionRows.read(scope, List.of(reader.read(row)));
    }
}
