package org.mirrorbook.exchange.bitget.unified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.RestClient;

class UnifiedHistoryTest {

    private static final String EMPTY = "{\"code\":\"00000\",\"data\":{\"list\":[]}}";
    private static final String NULL = Fixtures.read("bitget-uta/rest-current-position-2-flat.json");

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final HoldMode mode = new HoldMode();
    private final UnifiedHistory history = history();

    @Test
    void openPositionsAreReadWithCostsAsTheyAre() {
        network.answer(Fixtures.read("bitget-uta/rest-current-position-1.json"));
        var row = history.positions(USDT).get(0);
        assertThat(network.asked.get(0).uri().toString()).endsWith("/api/v3/position/current-position?category=USDT-FUTURES");
        assertThat(row.slot()).isEqualTo(new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT"));
        assertThat(row.size()).isEqualByComparingTo("119.2068");
        assertThat(row.entryPrice()).isEqualByComparingTo("108674");
        assertThat(row.updatedAt()).isEqualTo(Instant.ofEpochMilli(1753102803148L));
        assertThat(row.life()).isEqualTo(new LifeMark(Optional.empty(), IdScope.NONE,
                Optional.of(Instant.ofEpochMilli(1736378720620L)), false));
        // REST tells costs negative when paid: -2842.86603479 for opening and 0 for closing
        assertThat(row.figures().fees().orElseThrow()).isEqualByComparingTo("-2842.86603479");
        assertThat(row.figures().funding().orElseThrow()).isEqualByComparingTo("-53076.32433032");
        assertThat(row.figures().liquidationPrice().orElseThrow()).isEqualByComparingTo("43099.9");
        assertThat(row.figures().margin().orElseThrow()).isEqualByComparingTo("4701531.84941582");
    }

    /** data.list null when flat (protocol notes, Bitget 7 and 8). */
    @Test
    void aListThatIsNullIsEmpty() {
        network.answer(NULL).answer(EMPTY).answer("{\"code\":\"00000\",\"data\":null}");
        assertThat(history.positions(USDT)).isEmpty();
        assertThat(history.positions(USDT)).isEmpty();
        assertThat(history.positions(USDT)).isEmpty();
    }

    @Test
    void aPositionOfSizeZeroIsNotOpen() {
        network.answer(Fixtures.read("bitget-uta/rest-current-position-1.json").replace("\"total\": \"119.2068\"", "\"total\": \"0\""));
        assertThat(history.positions(USDT)).isEmpty();
    }

    @Test
    void aClosingRecordIsOfItsLifeButDoesNotTellWhenItBegan() {
        network.answer(Fixtures.read("bitget-uta/rest-history-position-1.json")).answer(EMPTY).answer(EMPTY).answer(EMPTY);
        assertThat(history.closingRecords(USDT, Instant.EPOCH)).containsExactly(new ClosingRecord(
                new Slot(USDT, "EOSUSDT", Side.LONG, MarginMode.CROSSED, "USDT"),
                new LifeMark(Optional.of("1111111111111111111"), IdScope.LIFE, Optional.of(Instant.ofEpochMilli(1729928018076L)), false),
                Instant.ofEpochMilli(1729929656321L), new BigDecimal("1960.001"), new BigDecimal("1959.999"), new BigDecimal("58"),
                new BigDecimal("58"), new BigDecimal("-0.116"), new BigDecimal("-22.7360116"), new BigDecimal("-22.7359884"),
                BigDecimal.ZERO, Optional.of(new BigDecimal("-45.588"))));
        // the venue's own net is the sum: -0.116 - 22.7360116 - 22.7359884
        assertThat(new BigDecimal("-0.116").subtract(new BigDecimal("22.7360116")).subtract(new BigDecimal("22.7359884")))
                .isEqualByComparingTo("-45.588");
    }

    @Test
    void historyIsAskedInSpansOfThirtyDaysAsFarBackAsTheVenueRemembers() {
        network.answer(EMPTY).answer(EMPTY).answer(EMPTY);
        assertThat(history.closingRecords(USDT, NOW.minusSeconds(60))).isEmpty();
        assertThat(network.asked).hasSize(3);
        long now = NOW.plusSeconds(60).toEpochMilli();
        long month = Duration.ofDays(30).toMillis();
        assertThat(network.asked).extracting(request -> request.uri().getQuery()).containsExactly(
                records(now - month, now), records(now - 2 * month, now - month),
                records(NOW.plusSeconds(60).minus(Duration.ofDays(90)).plus(Duration.ofMinutes(5)).toEpochMilli(), now - 2 * month));
    }

    private static String records(long from, long to) {
        return "category=USDT-FUTURES&endTime=" + to + "&limit=100&startTime=" + from;
    }

    @Test
    void pagesFollowTheCursorUntilOneIsWhollyOlder() {
        network.answer(page(50, 40)).answer(page(40, 30)).answer(page(20, 10)).answer(EMPTY).answer(EMPTY);
        var found = history.closingRecords(USDT, Instant.ofEpochSecond(30));
        assertThat(found).extracting(record -> record.closedAt().getEpochSecond()).containsExactly(30L, 40L, 50L);
        assertThat(network.asked.get(1).uri().getQuery()).contains("cursor=c40");
        assertThat(network.asked.get(2).uri().getQuery()).contains("cursor=c30");
    }

    @Test
    void aCursorThatComesAgainDoesNotTurnForEver() {
        network.answer(page(50)).answer(page(50)).answer(EMPTY).answer(EMPTY);
        assertThat(history.closingRecords(USDT, Instant.EPOCH)).hasSize(1);
    }

    @Test
    void fillsAreReadWithFeesTurned() {
        mode.note(new WireReader().read("{\"holdMode\":\"one_way_mode\"}"));
        network.answer(Fixtures.read("bitget-uta/rest-fills-1.json")).answer(EMPTY);
        var at = Instant.ofEpochMilli(1750141421721L);
        assertThat(historyAt(at.plusSeconds(3600)).fills(USDT, at, at.plusSeconds(1))).containsExactly(new Fill(USDT, "BTCUSDT",
                "131111111111111111", "131111111111111111", false, Optional.empty(), new BigDecimal("0.01"),
                new BigDecimal("106950.1"), new BigDecimal("-0.002"),
                // 0.06 % of 1069.501, told positive when paid
                List.of(new Money(new BigDecimal("-0.6417006"), "USDT")), at));
    }

    @Test
    void fillsAreAskedWeekByWeekAndNoFurtherBackThanTheVenueRemembers() {
        for (int i = 0; i < 13; i++) {
            network.answer(EMPTY);
        }
        history.fills(USDT, Instant.EPOCH, NOW);
        // 90 days less 5 minutes in weeks: 12 whole ones and a part
        assertThat(network.asked).hasSize(13);
        assertThat(network.asked.get(12).uri().getQuery())
                .contains("startTime=" + NOW.minus(Duration.ofDays(90)).plus(Duration.ofMinutes(5)).toEpochMilli());
    }

    @Test
    void anOrderOfTheHistorySaysWhyItClosed() {
        network.answer(Fixtures.read("bitget-uta/rest-history-orders-1.json")).answer(EMPTY);
        var at = Instant.ofEpochMilli(1730181468493L);
        assertThat(historyAt(at.plusSeconds(3600)).closeReasons(USDT, at, at)).containsExactly(
                new OrderNote(USDT, "BTCUSDT", "111111111111111111", CloseReason.LIQUIDATION, at));
    }

    @Test
    void ordersThatOnlyOpenedAreLeftOut() {
        network.answer(orders(
                order("1", "buy", "long", "normal", "1"),
                order("2", "sell", "long", "normal", "1"),
                order("3", "sell", "long", "normal", "0"),
                order("4", "buy", "short", "normal", "1"),
                order("5", "sell", "short", "liquidation", "1"),
                order("6", "sell", "long", "delivery", "1"))).answer(EMPTY);
        assertThat(history.closeReasons(USDT, NOW.minusSeconds(60), NOW)).extracting(OrderNote::orderId, OrderNote::reason).containsExactly(
                tuple("2", CloseReason.MANUAL), tuple("4", CloseReason.MANUAL),
                tuple("5", CloseReason.LIQUIDATION),
                tuple("6", CloseReason.DELIVERY));
    }

    @ParameterizedTest
    @CsvSource({"normal,MANUAL", "pos_profit_market,TAKE_PROFIT", "loss_market,STOP", "reverse,REVERSAL", "something_new,"})
    void inOneWayModeEveryExecutedOrderMayHaveClosed(String placed, CloseReason reason) {
        network.answer(orders(order("1", "sell", "", "normal", "1").replace("hedge_mode", "one_way_mode")
                .replace("\"delegateType\":\"normal\"", "\"delegateType\":\"" + placed + "\""))).answer(EMPTY);
        assertThat(history.closeReasons(USDT, NOW.minusSeconds(60), NOW)).extracting(OrderNote::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void aListUnderAnotherNameIsNotAnEmptyOne() {
        network.answer("{\"code\":\"00000\",\"data\":{\"positions\":[]}}");
        assertThatThrownBy(() -> history.positions(USDT)).hasMessageContaining("list is missing");
    }

    @Test
    void anAnswerThatIsNotUnderstoodIsReportedAndNotHalfRead() {
        network.answer("{\"code\":\"00000\",\"data\":{\"list\":[{\"symbol\":\"BTCUSDT\"}]}}");
        assertThatThrownBy(() -> history.positions(USDT)).isInstanceOfSatisfying(VenueProblem.class, problem -> {
            assertThat(problem.code()).contains("UNREADABLE");
            assertThat(problem.remedy()).isEqualTo(VenueProblem.Remedy.REPORT);
        });
    }

    private static String page(long... closes) {
        var rows = new StringBuilder();
        for (long close : closes) {
            rows.append(rows.isEmpty() ? "" : ",").append("{\"positionId\":\"").append(close)
                    .append("\",\"category\":\"USDT-FUTURES\",\"symbol\":\"BTCUSDT\",\"marginCoin\":\"USDT\",\"posSide\":\"long\","
                            + "\"marginMode\":\"crossed\",\"openPriceAvg\":\"1\",\"closePriceAvg\":\"1\",\"openTotalPos\":\"1\","
                            + "\"closeTotalPos\":\"1\",\"cumRealisedPnl\":\"0\",\"updatedTime\":\"")
                    .append(close * 1000).append("\"}");
        }
        return "{\"code\":\"00000\",\"data\":{\"list\":[" + rows + "],\"cursor\":\"c" + closes[closes.length - 1] + "\"}}";
    }

    private static String orders(String... rows) {
        return "{\"code\":\"00000\",\"data\":{\"list\":[" + String.join(",", rows) + "],\"cursor\":\"\"}}";
    }

    private static String order(String id, String side, String held, String executed, String filled) {
        return "{\"orderId\":\"" + id + "\",\"category\":\"USDT-FUTURES\",\"symbol\":\"BTCUSDT\",\"side\":\"" + side + "\",\"posSide\":\""
                + held + "\",\"holdMode\":\"hedge_mode\",\"reduceOnly\":\"NO\",\"delegateType\":\"normal\",\"execType\":\"" + executed
                + "\",\"cumExecQty\":\"" + filled + "\",\"updatedTime\":\"" + NOW.toEpochMilli() + "\"}";
    }

    private UnifiedHistory history() {
        return historyAt(NOW);
    }

    private UnifiedHistory historyAt(Instant now) {
        var settings = new ConnectorSettings(new AccountId("a"), "label", Environment.LIVE, Optional.empty());
        var clock = new VenueClock(Clock.fixed(now, ZoneOffset.UTC));
        var rest = new BitgetRest(Hosts.of(settings), new RestClient(network, 1, Duration.ofMillis(1)),
                () -> new ApiCredential("k", "s", "p"), clock, new VenueErrors(Environment.LIVE));
        return new UnifiedHistory(rest, clock, mode);
    }
}
