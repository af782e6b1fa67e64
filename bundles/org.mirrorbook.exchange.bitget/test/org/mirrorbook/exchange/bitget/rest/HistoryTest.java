package org.mirrorbook.exchange.bitget.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.USDC;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;
import org.mirrorbook.exchange.bitget.wire.Balance;
import org.mirrorbook.exchange.bitget.wire.Contract;
import org.mirrorbook.exchange.bitget.wire.Signer;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.RestClient;

/** Every list of the REST side, its pages and spans. Long, since each list has the same questions asked of it, side by side. */
class HistoryTest {

    private static final ApiCredential KEY = new ApiCredential("the-key", "the-secret", "the-passphrase");
    private static final String EMPTY = "{\"code\":\"00000\",\"data\":{\"list\":[],\"fillList\":[],\"entrustedList\":[],\"endId\":\"\"}}";
    private static final String NULL = "{\"code\":\"00000\",\"data\":{\"list\":null,\"fillList\":null,\"endId\":null}}";

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final VenueClock clock = new VenueClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final History history = history(Environment.LIVE);
    /** Of a time when the first seconds of 1970 were not long ago. */
    private final History early = history(Environment.LIVE, new VenueClock(Clock.fixed(Instant.ofEpochSecond(60), ZoneOffset.UTC)));

    @Test
    void aQuestionIsSignedExactlyAsItIsSent() {
        network.answer(Fixtures.read("rest-all-position-2-live.json"));
        assertThat(history.positions(USDT)).hasSize(1);

        var request = network.asked.get(0);
        assertThat(request.uri()).isEqualTo(URI.create("https://api.bitget.com/api/v2/mix/position/all-position?productType=USDT-FUTURES"));
        assertThat(request.headers()).containsEntry("ACCESS-KEY", "the-key").containsEntry("ACCESS-PASSPHRASE", "the-passphrase")
                .containsEntry("ACCESS-TIMESTAMP", Long.toString(NOW.toEpochMilli()))
                .containsEntry("ACCESS-SIGN", Signer.get("the-secret", NOW.toEpochMilli(),
                        "/api/v2/mix/position/all-position?productType=USDT-FUTURES"))
                .containsEntry("locale", "en-US").doesNotContainKey("paptrading");
    }

    @Test
    void aDemoAccountIsMarkedAsSuch() {
        network.answer(Fixtures.read("rest-all-position-4-empty.json"));
        assertThat(history(Environment.DEMO).positions(USDT)).isEmpty();
        assertThat(network.asked.get(0).headers()).containsEntry("paptrading", "1");
    }

    @Test
    void closingRecordsComeOldestFirstAndEachOnceOverAllPages() {
        // newest first over three pages; record 30 is on two of them, since one closed between the questions
        network.answer(page(50, 40, 30)).answer(page(30, 20)).answer(page(10)).answer(EMPTY);
        var records = history.closingRecords(USDT, Instant.ofEpochSecond(0));
        assertThat(closes(records)).containsExactly(10L, 20L, 30L, 40L, 50L);
        assertThat(network.asked).extracting(request -> request.uri().getQuery()).containsExactly("limit=100&productType=USDT-FUTURES",
                "idLessThan=e30&limit=100&productType=USDT-FUTURES", "idLessThan=e20&limit=100&productType=USDT-FUTURES",
                "idLessThan=e10&limit=100&productType=USDT-FUTURES");
    }

    @Test
    void pagesEndWithTheFirstThatIsWhollyOlder() {
        network.answer(page(50, 40)).answer(page(30, 20)).answer(page(15, 12));
        assertThat(closes(history.closingRecords(USDT, Instant.ofEpochSecond(30)))).containsExactly(30L, 40L, 50L);
        assertThat(network.asked).hasSize(3);
    }

    @Test
    void aPageThatComesAgainDoesNotTurnForEver() {
        network.answer(page(50, 40)).answer(page(50, 40));
        assertThat(closes(history.closingRecords(USDT, Instant.EPOCH))).containsExactly(40L, 50L);
    }

    @Test
    void emptyAndNullListsAreEmpty() {
        network.answer(EMPTY).answer(NULL);
        assertThat(history.closingRecords(USDC, Instant.EPOCH)).isEmpty();
        assertThat(history.closingRecords(USDC, Instant.EPOCH)).isEmpty();
    }

    @Test
    void theLiveSpellingOfTimesIsRead() {
        network.answer(Fixtures.read("rest-history-position-2-live.json")).answer(EMPTY);
        assertThat(history.closingRecords(USDT, Instant.EPOCH)).extracting(ClosingRecord::closedAt)
                .containsExactly(Instant.ofEpochMilli(1719143451387L), Instant.ofEpochMilli(1719143618543L));
    }

    @Test
    void fillsAreAskedForInSpansOfAWeekAndOlderOnesFromTheListOfOldOnes() {
        network.answer(NULL).answer(NULL).answer(NULL);
        var since = NOW.minus(Duration.ofDays(15));
        assertThat(history.fills(USDT, since, NOW)).isEmpty();
        // 15 days: 7 + 1 of the old ones, 7 of the newer
        assertThat(network.asked).extracting(request -> request.uri().getPath() + " " + millis(request.uri(), "startTime") + " "
                + millis(request.uri(), "endTime")).containsExactly(
                "/api/v2/mix/order/fill-history " + since.toEpochMilli() + " " + since.plus(Duration.ofDays(7)).toEpochMilli(),
                "/api/v2/mix/order/fill-history " + since.plus(Duration.ofDays(7)).toEpochMilli() + " "
                        + since.plus(Duration.ofDays(8)).toEpochMilli(),
                "/api/v2/mix/order/fills " + since.plus(Duration.ofDays(8)).toEpochMilli() + " " + NOW.toEpochMilli());
    }

    /** Protocol notes, Bitget 6.3: three months, beyond which a question would be refused as a whole. */
    @Test
    void fillsAndOrdersOlderThanTheVenueRemembersAreNotAskedFor() {
        for (int week = 0; week < 13; week++) {
            network.answer(NULL);
        }
        history.fills(USDT, NOW.minus(Duration.ofDays(200)), NOW);
        var earliest = NOW.minus(Duration.ofDays(90));
        // 83 days of the old ones, in 12 questions, and the last 7 of the newer
        assertThat(network.asked).hasSize(13).allSatisfy(question -> assertThat(
                Instant.ofEpochMilli(Long.parseLong(millis(question.uri(), "startTime")))).isAfter(earliest));
        network.asked.clear();
        for (int week = 0; week < 13; week++) {
            network.answer(NULL);
        }
        history.closeReasons(USDT, NOW.minus(Duration.ofDays(200)), NOW);
        assertThat(network.asked).hasSize(13).allSatisfy(question -> assertThat(
                Instant.ofEpochMilli(Long.parseLong(millis(question.uri(), "startTime")))).isAfter(earliest));
        network.asked.clear();
        assertThat(history.fills(USDT, NOW.minus(Duration.ofDays(200)), NOW.minus(Duration.ofDays(100)))).isEmpty();
        assertThat(history.closeReasons(USDT, NOW.minus(Duration.ofDays(200)), NOW.minus(Duration.ofDays(100)))).isEmpty();
        assertThat(network.asked).isEmpty();
    }

    @Test
    void demoTradingHasNoListOfOldFillsSoTheOtherIsAskedForAll() {
        network.answer(NULL).answer(NULL).answer(NULL);
        var demo = new Scope(USDT.account(), USDT.venue(), Environment.DEMO, USDT.product());
        history(Environment.DEMO).fills(demo, NOW.minus(Duration.ofDays(15)), NOW);
        // 7 + 7 + 1
        assertThat(network.asked).hasSize(3).allMatch(request -> request.uri().getPath().equals("/api/v2/mix/order/fills"));
    }

    @Test
    void aWeekOfFillsIsOneQuestion() {
        network.answer(NULL);
        history.fills(USDT, NOW.minus(Duration.ofDays(7)), NOW);
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void closingOrdersSayWhyAndOthersAreLeftOut() {
        network.answer(orders(
                order("stop", 5, "close", "pos_loss_market", "sys"), order("profit", 4, "close", "profit_limit", "sys"),
                order("hand", 3, "close", "normal", "ios"), order("opens", 3, "open", "normal", "api"),
                order("taken", 2, "burst_close_long", "liquidation", "sys"), order("unknown", 2, "close", "brand_new", "sys")))
                .answer(orders(order("newer", 9, "close", "normal", "web"), order("stop", 5, "close", "pos_loss_market", "sys")))
                .answer("{\"code\":\"00000\",\"data\":{\"entrustedList\":null,\"endId\":null}}");
        assertThat(early.closeReasons(USDT, Instant.ofEpochSecond(2), Instant.ofEpochSecond(8))).containsExactly(
                note("taken", CloseReason.LIQUIDATION, 2), note("hand", CloseReason.MANUAL, 3), note("profit", CloseReason.TAKE_PROFIT, 4),
                note("stop", CloseReason.STOP, 5));
        assertThat(network.asked.get(0).uri()).hasPath("/api/v2/mix/order/orders-history")
                .hasQuery("endTime=8000&limit=100&productType=USDT-FUTURES&startTime=" + (2 - 86_400) * 1000);
        assertThat(network.asked.get(1).uri().getQuery()).contains("idLessThan=eunknown");
    }

    /** A limit order that closes is made when it is placed and done when its price comes; only the latter is asked for. */
    @Test
    void anOrderThatRestedForHoursBeforeItClosedSaysWhy() {
        network.answer(orders(order("rested", 50_000, "close", "normal", "web"), order("before", 10, "close", "normal", "web")))
                .answer(NULL);
        var late = history(Environment.LIVE, new VenueClock(Clock.fixed(Instant.ofEpochSecond(100_000), ZoneOffset.UTC)));
        assertThat(late.closeReasons(USDT, Instant.ofEpochSecond(49_940), Instant.ofEpochSecond(50_060)))
                .containsExactly(note("rested", CloseReason.MANUAL, 50_000));
        // both orders were made in the first moment of 1970; a day before what is asked for is before that
        assertThat(Long.parseLong(millis(network.asked.get(0).uri(), "startTime"))).isEqualTo((49_940 - 86_400) * 1000L);
    }

    @Test
    void ordersOfALongLifeAreAskedForInSpansOfAWeek() {
        network.answer(NULL).answer(NULL);
        assertThat(history.closeReasons(USDT, NOW.minus(Duration.ofDays(10)), NOW)).isEmpty();
        assertThat(network.asked).hasSize(2);
    }

    @Test
    void stopOrdersThatWaitAreReadPageByPageAndTriggerOrdersAreNone() {
        var page = Fixtures.read("rest-orders-plan-pending-1.json");
        network.answer(page.replace("normal_plan", "pos_loss").replace("\"size\": \"1\"", "\"size\": \"0\""))
                .answer(page.replace("123", "122")).answer(page.replace("normal_plan", "profit_plan").replace("123", "121")).answer(NULL);
        assertThat(history.protections(USDT)).containsExactly(
                new ProtectiveOrder(USDT, "ETHUSDT", Optional.of(Side.LONG), "123", ProtectionKind.STOP_LOSS,
                        Optional.of(new BigDecimal("1901")), Optional.empty(), ProtectiveOrder.State.WAITING,
                        Instant.ofEpochMilli(1627293504612L)),
                new ProtectiveOrder(USDT, "ETHUSDT", Optional.of(Side.LONG), "121", ProtectionKind.TAKE_PROFIT,
                        Optional.of(new BigDecimal("1901")), Optional.of(BigDecimal.ONE), ProtectiveOrder.State.WAITING,
                        Instant.ofEpochMilli(1627293504612L)));
        assertThat(network.asked).extracting(request -> request.uri().getQuery()).containsExactly(
                "limit=100&planType=profit_loss&productType=USDT-FUTURES",
                "idLessThan=123&limit=100&planType=profit_loss&productType=USDT-FUTURES",
                "idLessThan=122&limit=100&planType=profit_loss&productType=USDT-FUTURES",
                "idLessThan=121&limit=100&planType=profit_loss&productType=USDT-FUTURES");
    }

    @Test
    void aHistoryOlderThanTheVenueRemembersIsReadAsFarBackAsItGoes() {
        network.answer(Fixtures.read("rest-history-position-1.json")).answer("{\"code\":\"00000\",\"data\":{\"list\":null}}");
        assertThat(history.closingRecords(USDT, Instant.EPOCH.minus(Duration.ofDays(1)))).isNotEmpty();
        assertThat(network.asked.get(0).uri().getQuery()).isEqualTo("limit=100&productType=USDT-FUTURES");
        for (int week = 0; week < 13; week++) {
            network.answer(NULL);
        }
        assertThat(history.closeReasons(USDT, Instant.MIN, NOW)).isEmpty();
    }

    @Test
    void contractsTellTheStepsOfPriceAndSize() {
        network.answer("""
                {"code":"00000","msg":"success","data":[{"symbol":"BTCUSDT","baseCoin":"BTC","quoteCoin":"USDT","pricePlace":"1",
                "priceEndStep":"5","volumePlace":"3","sizeMultiplier":"0.001","minTradeNum":0.002,"fundInterval":"8",
                "symbolStatus":"normal","symbolType":"perpetual","makerFeeRate":"0.0002","isRwa":"NO"}]}""");
        // five of the first place
        assertThat(history.contracts(USDT)).containsExactly(new Contract(USDT, "BTCUSDT", "BTC", "USDT", new BigDecimal("0.5"),
                new BigDecimal("0.001"), new BigDecimal("0.002"), Optional.of(Duration.ofHours(8)), "normal"));
    }

    @Test
    void theAccountTellsItsBalancesAndItsModes() {
        network.answer(Fixtures.read("rest-accounts-1.json")).answer(Fixtures.read("rest-account-1.json"));
        assertThat(history.balances(USDT)).containsExactly(new Balance(USDT, "USDT", new BigDecimal("10575.26735771"),
                new BigDecimal("0.31876482"), Optional.of(new BigDecimal("10582.90265771")), Optional.empty()));
        var terms = history.terms(USDT, "BTCUSDT", "USDT");
        assertThat(terms.hedging()).isTrue();
        assertThat(terms.marginMode()).isEqualTo(MarginMode.CROSSED);
        assertThat(terms.balance().available()).isEqualByComparingTo("13168.86110692");
        assertThat(network.asked.get(1).uri()).hasPath("/api/v2/mix/account/account")
                .hasQuery("marginCoin=USDT&productType=USDT-FUTURES&symbol=BTCUSDT");
    }

    @ParameterizedTest
    @CsvSource({"CONTRACTS,/api/v2/mix/market/contracts,20", "OPEN_POSITIONS,/api/v2/mix/position/all-position,5",
            "CLOSED_POSITIONS,/api/v2/mix/position/history-position,20", "FILLS,/api/v2/mix/order/fills,10",
            "OLD_FILLS,/api/v2/mix/order/fill-history,10", "ORDER,/api/v2/mix/order/detail,10",
            "OLD_ORDERS,/api/v2/mix/order/orders-history,10", "PLANS,/api/v2/mix/order/orders-plan-pending,10",
            "ACCOUNT,/api/v2/mix/account/account,10", "ACCOUNTS,/api/v2/mix/account/accounts,10"})
    void everyListKeepsItsDocumentedLimit(Endpoint endpoint, String path, int perSecond) {
        assertThat(endpoint.path).isEqualTo(path);
        assertThat(endpoint.perSecond).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"00000\",\"data\":{\"rows\":[{\"symbol\":\"BTCUSDT\"}]}}",
            "{\"code\":\"00000\",\"data\":[{\"symbol\":\"A\"}]}",
            "{\"code\":\"00000\",\"data\":{\"list\":{\"symbol\":\"A\"}}}", "{\"code\":\"00000\",\"data\":\"much\"}",
            "{\"code\":\"00000\",\"data\":{\"list\":[1,2]}}"})
    void aListUnderAnotherNameOrInAnotherShapeIsNoEmptyOne(String body) {
        network.answer(body);
        assertThatThrownBy(() -> history.closingRecords(USDT, Instant.EPOCH)).isInstanceOfSatisfying(VenueProblem.class,
                problem -> assertThat(problem.code()).contains("UNREADABLE"));
    }

    @Test
    void rowsOfSizeZeroAreNeitherPositionsNorRecords() {
        network.answer(Fixtures.read("rest-all-position-2-live.json").replaceAll("\"total\": \"[^\"]*\"", "\"total\": \"0\""))
                .answer(page(50, 40).replace("\"closeTotalPos\":\"1\"", "\"closeTotalPos\":\"0\"")).answer(EMPTY);
        assertThat(history.positions(USDT)).isEmpty();
        assertThat(history.closingRecords(USDT, Instant.EPOCH)).isEmpty();
    }

    @Test
    void fillsComeOldestFirstAndOnlyThoseAskedFor() {
        network.answer(fills(9, 8, 7)).answer(fills(7, 6, 5)).answer(EMPTY);
        var found = early.fills(USDT, Instant.ofEpochSecond(6), Instant.ofEpochSecond(8));
        assertThat(found).extracting(fill -> fill.at().getEpochSecond()).containsExactly(6L, 7L, 8L);
    }

    @Test
    void inHedgeModeTheOrderTellsWhichSideAFillClosedWhateverTheVenueMeansBySide() {
        var row = fills(9).replace("buy_single", "close").replace("\"price\"", "\"posMode\":\"hedge_mode\",\"price\"");
        network.answer(row).answer("{\"code\":\"00000\",\"data\":{\"posSide\":\"long\",\"side\":\"buy\",\"tradeSide\":\"close\"}}")
                .answer(EMPTY);
        var fill = early.fills(USDT, Instant.EPOCH, Instant.ofEpochSecond(20)).get(0);
        // the list says buy, but to close a long is to sell
        assertThat(fill.buys()).isFalse();
        assertThat(fill.effect()).contains(Fill.Effect.CLOSE);
        assertThat(network.asked.get(1).uri()).hasPath("/api/v2/mix/order/detail")
                .hasQuery("orderId=o&productType=USDT-FUTURES&symbol=BTCUSDT");
    }

    @Test
    void aFillWhoseOrderIsTooOldToBeToldStandsAsItIs() {
        var row = fills(9).replace("buy_single", "close").replace("\"price\"", "\"posMode\":\"hedge_mode\",\"price\"");
        network.answer(row).answer(400, "{\"code\":\"40109\",\"msg\":\"The data of the order cannot be found\"}").answer(EMPTY);
        assertThat(early.fills(USDT, Instant.EPOCH, Instant.ofEpochSecond(20)).get(0).buys()).isTrue();
    }

    @Test
    void aTransientRefusalIsTriedAgainWithAFreshSignature() {
        network.answer(400, "{\"code\":\"45001\",\"msg\":\"busy\"}").answer(429, "")
                .answer(Fixtures.read("rest-all-position-4-empty.json"));
        assertThat(history.positions(USDT)).isEmpty();
        assertThat(network.asked).hasSize(3);
    }

    @Test
    void aRejectedKeyIsNotTriedAgain() {
        network.answer(400, Fixtures.read("rest-error-40009.json"));
        assertThatThrownBy(() -> history.positions(USDT)).isInstanceOfSatisfying(VenueProblem.class, problem -> {
            assertThat(problem.remedy()).isEqualTo(Remedy.ASK_USER);
            assertThat(problem.code()).contains("40009");
        });
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void anErrorOfTheClockSetsItAndTriesAgain() {
        var ahead = NOW.plusSeconds(90);
        network.answer(400, "{\"code\":\"40008\",\"msg\":\"Request timestamp expired\"}")
                .answer("{\"code\":\"00000\",\"data\":{\"serverTime\":\"" + ahead.toEpochMilli() + "\"}}")
                .answer(Fixtures.read("rest-all-position-4-empty.json"));
        assertThat(history.positions(USDT)).isEmpty();
        assertThat(clock.offset()).isEqualTo(Duration.ofSeconds(90));
        assertThat(network.asked.get(2).headers()).containsEntry("ACCESS-TIMESTAMP", Long.toString(ahead.toEpochMilli()));
    }

    /** Something between here and the venue may answer everything alike. */
    @Test
    void anErrorOfTheClockInAnswerToTheQuestionForTheTimeIsNotAskedAboutWithoutEnd() {
        for (int answer = 0; answer < 1000; answer++) {
            network.answer(400, "{\"code\":\"40008\",\"msg\":\"Request timestamp expired\"}");
        }
        assertThatThrownBy(() -> history.positions(USDT)).isInstanceOfSatisfying(VenueProblem.class,
                problem -> assertThat(problem.code()).contains("40008"));
        // four tries, each with four for the time
        assertThat(network.asked).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void anAnswerWithAStateThatIsNotKnownIsReportedAndNotGuessed() {
        network.answer(Fixtures.read("rest-all-position-2-live.json").replace("\"long\"", "\"net\""));
        assertThatThrownBy(() -> history.positions(USDT)).isInstanceOfSatisfying(VenueProblem.class,
                problem -> assertThat(problem.remedy()).isEqualTo(Remedy.REPORT)).hasMessageContaining("holdSide");
    }

    private static String millis(URI question, String name) {
        return question.getQuery().replaceAll(".*" + name + "=(-?\\d+).*", "$1");
    }

    private static OrderNote note(String order, CloseReason reason, long second) {
        return new OrderNote(USDT, "BTCUSDT", order, reason, Instant.ofEpochSecond(second));
    }

    private static String order(String id, long second, String kind, String source, String entered) {
        return "{\"orderId\":\"" + id + "\",\"symbol\":\"btcusdt\",\"baseVolume\":\"0.5\",\"tradeSide\":\"" + kind
                + "\",\"orderSource\":\"" + source + "\",\"enterPointSource\":\"" + entered
                + "\",\"posMode\":\"hedge_mode\",\"cTime\":\"1\",\"uTime\":\"" + second * 1000 + "\"}";
    }

    private static String orders(String... rows) {
        var last = rows[rows.length - 1].replaceAll("\\{\"orderId\":\"(\\w+)\".*", "$1");
        return "{\"code\":\"00000\",\"data\":{\"entrustedList\":[" + String.join(",", rows) + "],\"endId\":\"e" + last + "\"}}";
    }

    private History history(Environment environment) {
        return history(environment, clock);
    }

    private History history(Environment environment, VenueClock clock) {
        var hosts = Hosts.of(new ConnectorSettings(new AccountId("account-1"), "label", environment, Optional.empty()));
        return new History(new BitgetRest(hosts, new RestClient(network, 4, Duration.ofMillis(1)), () -> KEY, clock,
                new VenueErrors(environment)));
    }

    private static List<Long> closes(List<ClosingRecord> records) {
        return records.stream().map(record -> record.closedAt().getEpochSecond()).toList();
    }

    private static String page(long... closes) {
        var rows = LongStream.of(closes).mapToObj(close -> "{\"positionId\":\"p" + close
                + "\",\"symbol\":\"BTCUSDT\",\"marginCoin\":\"USDT\","
                + "\"holdSide\":\"long\",\"marginMode\":\"crossed\",\"openAvgPrice\":\"1\",\"closeAvgPrice\":\"2\",\"openTotalPos\":\"1\","
                + "\"closeTotalPos\":\"1\",\"pnl\":\"1\",\"netProfit\":\"1\",\"ctime\":\"1\",\"utime\":\"" + close * 1000 + "\"}")
                .collect(Collectors.joining(","));
        return "{\"code\":\"00000\",\"data\":{\"list\":[" + rows + "],\"endId\":\"e" + closes[closes.length - 1] + "\"}}";
    }

    private static String fills(long... times) {
        var rows = LongStream.of(times).mapToObj(time -> "{\"tradeId\":\"t" + time
                + "\",\"orderId\":\"o\",\"symbol\":\"BTCUSDT\",\"side\":\"buy\","
                + "\"price\":\"1\",\"baseVolume\":\"1\",\"tradeSide\":\"buy_single\",\"cTime\":\"" + time * 1000 + "\"}")
                .collect(Collectors.joining(","));
        return "{\"code\":\"00000\",\"data\":{\"fillList\":[" + rows + "],\"endId\":\"t" + times[times.length - 1] + "\"}}";
    }
}
