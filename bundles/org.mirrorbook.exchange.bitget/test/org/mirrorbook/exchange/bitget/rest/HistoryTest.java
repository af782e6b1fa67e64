package org.mirrorbook.exchange.bitget.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.USDC;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

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
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;
import org.mirrorbook.exchange.bitget.wire.Signer;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.RestClient;

class HistoryTest {

    private static final ApiCredential KEY = new ApiCredential("the-key", "the-secret", "the-passphrase");
    private static final String EMPTY = "{\"code\":\"00000\",\"data\":{\"list\":[],\"fillList\":[],\"endId\":\"\"}}";
    private static final String NULL = "{\"code\":\"00000\",\"data\":{\"list\":null,\"fillList\":null,\"endId\":null}}";

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final VenueClock clock = new VenueClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final History history = history(Environment.LIVE);

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
    void fillsAreAskedForInSpansOfAWeek() {
        network.answer(NULL).answer(NULL).answer(NULL);
        var since = NOW.minus(Duration.ofDays(15));
        assertThat(history.fills(USDT, since, NOW)).isEmpty();
        // 15 days: 7 + 7 + 1
        assertThat(network.asked).hasSize(3);
        assertThat(network.asked.get(0).uri().getQuery()).contains("startTime=" + since.toEpochMilli(),
                "endTime=" + since.plus(Duration.ofDays(7)).toEpochMilli());
        assertThat(network.asked.get(2).uri().getQuery()).contains("endTime=" + NOW.toEpochMilli());
    }

    @Test
    void fillsComeOldestFirstAndOnlyThoseAskedFor() {
        network.answer(fills(9, 8, 7)).answer(fills(7, 6, 5)).answer(EMPTY);
        var found = history.fills(USDT, Instant.ofEpochSecond(6), Instant.ofEpochSecond(8));
        assertThat(found).extracting(fill -> fill.at().getEpochSecond()).containsExactly(6L, 7L, 8L);
    }

    @Test
    void inHedgeModeTheOrderTellsWhichSideAFillClosedWhateverTheVenueMeansBySide() {
        var row = fills(9).replace("buy_single", "close").replace("\"price\"", "\"posMode\":\"hedge_mode\",\"price\"");
        network.answer(row).answer("{\"code\":\"00000\",\"data\":{\"posSide\":\"long\",\"side\":\"buy\",\"tradeSide\":\"close\"}}")
                .answer(EMPTY);
        var fill = history.fills(USDT, Instant.EPOCH, Instant.ofEpochSecond(20)).get(0);
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
        assertThat(history.fills(USDT, Instant.EPOCH, Instant.ofEpochSecond(20)).get(0).buys()).isTrue();
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

    @Test
    void anAnswerWithAStateThatIsNotKnownIsReportedAndNotGuessed() {
        network.answer(Fixtures.read("rest-all-position-2-live.json").replace("\"long\"", "\"net\""));
        assertThatThrownBy(() -> history.positions(USDT)).isInstanceOfSatisfying(VenueProblem.class,
                problem -> assertThat(problem.remedy()).isEqualTo(Remedy.REPORT)).hasMessageContaining("holdSide");
    }

    private History history(Environment environment) {
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
