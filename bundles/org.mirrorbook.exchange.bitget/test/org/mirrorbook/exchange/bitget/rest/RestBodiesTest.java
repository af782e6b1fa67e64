package org.mirrorbook.exchange.bitget.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireRow;
import org.mirrorbook.exchange.link.RestClient;

/** Answers of the REST side as the envelope's reader gives them: also those of questions that are not asked yet. */
class RestBodiesTest {

    private static final ConnectorSettings SETTINGS = new ConnectorSettings(new AccountId("a"), "label", Environment.LIVE,
            Optional.empty());

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final VenueClock clock = new VenueClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final BitgetRest rest = rest();

    @Test
    void theVenuesTimeSetsOurClock() {
        network.answer(Fixtures.read("rest-time-1.json"));
        rest.compareClocks();
        assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(1688008631614L));
        assertThat(clock.offset()).isEqualTo(Duration.between(NOW, Instant.ofEpochMilli(1688008631614L)));
    }

    @ParameterizedTest
    @CsvSource({"rest-all-position-1.json,BTCUSDT,25000", "rest-all-position-2-live.json,BTCUSDT,114895.4",
            "rest-all-position-3-demo-coin.json,SBTCSUSDT,113617.3", "rest-single-position-1-live.json,BTCUSDT,96061.6"})
    void openPositionsAreReadThroughTheEnvelope(String fixture, String symbol, BigDecimal entry) {
        network.answer(Fixtures.read(fixture));
        assertThat(new History(rest).positions(USDT)).singleElement().satisfies(row -> {
            assertThat(row.slot().instrument()).isEqualTo(symbol);
            assertThat(row.entryPrice()).isEqualByComparingTo(entry);
        });
    }

    @Test
    void anAccountSaysItsPositionMode() {
        var data = ask("rest-account-1.json").row("data");
        assertThat(data.text("posMode")).contains("hedge_mode");
        assertThat(data.needDecimal("accountEquity")).isEqualTo(new BigDecimal("13178.86110692"));
        assertThat(data.decimal("unrealizedPL")).as("empty text is absent").isEmpty();
        assertThat(ask("rest-set-position-mode-1.json").row("data").text("posMode")).contains("one_way_mode");
    }

    @Test
    void aUnifiedAccountTellsItsModeItsMoneyAndWhetherItMayBecomeClassicAgain() {
        var settings = ask("bitget-uta/rest-settings-1.json").row("data");
        assertThat(settings.text("holdMode")).contains("one_way_mode");
        assertThat(settings.rows("symbolConfigList")).hasSize(8);
        var assets = ask("bitget-uta/rest-assets-1.json").row("data");
        assertThat(assets.needDecimal("accountEquity")).isEqualTo(new BigDecimal("11.13919278"));
        assertThat(assets.rows("assets")).extracting(asset -> asset.needText("coin")).containsExactly("USDT", "BGB");
        assertThat(ask("bitget-uta/rest-switch-status-1.json").row("data").text("reason")).contains("upgrade_disabled");
    }

    @Test
    void accountsAreRowsOfTheAnswerItself() {
        assertThat(ask("rest-accounts-1.json").rows("data")).singleElement().satisfies(account -> {
            assertThat(account.text("marginCoin")).contains("USDT");
            assertThat(account.needDecimal("locked")).isEqualTo(new BigDecimal("0.31876482"));
            assertThat(account.needDecimal("available")).isEqualTo(new BigDecimal("10575.26735771"));
        });
    }

    @Test
    void billsAreAPageWithAnEnd() {
        var page = ask("rest-bill-1.json").row("data");
        assertThat(page.text("endId")).contains("2");
        assertThat(page.rows("bills")).hasSize(2);
        var funding = page.rows("bills").get(0);
        assertThat(funding.text("businessType")).contains("contract_settle_fee");
        assertThat(funding.needDecimal("amount")).isEqualTo(new BigDecimal("-0.004992"));
        assertThat(funding.needTime("cTime")).isEqualTo(Instant.ofEpochMilli(1695715200654L));
        // a fee that was paid is negative, as in our own books
        assertThat(page.rows("bills").get(1).needDecimal("fee")).isEqualTo(new BigDecimal("-0.222012"));
    }

    @ParameterizedTest
    @CsvSource({"rest-orders-history-1.json,123,ethusdt,long,open,1627293504612,status,partially_filled",
            "rest-orders-pending-1-live.json,1190384645049036801,BLURUSDT,net,buy_single,1719535736339,status,live",
            "rest-orders-plan-history-1.json,123,ethusdt,long,open,1627293504612,planStatus,executed",
            "rest-orders-plan-pending-1.json,123,ethusdt,long,open,1627293504612,planStatus,not_trigger"})
    void ordersAreAPageWithTheirSideModeAndState(String fixture, String order, String symbol, String side, String kind, long created,
            String state, String value) {
        var page = ask(fixture).row("data");
        assertThat(page.text("endId")).contains(order);
        assertThat(page.rows("entrustedList")).singleElement().satisfies(row -> {
            assertThat(row.text("orderId")).contains(order);
            assertThat(row.text("symbol")).contains(symbol);
            assertThat(row.text("posSide")).contains(side);
            assertThat(row.text("tradeSide")).contains(kind);
            assertThat(row.needTime("cTime")).isEqualTo(Instant.ofEpochMilli(created));
            assertThat(row.text(state)).contains(value);
        });
    }

    @ParameterizedTest
    @CsvSource({"rest-error-40009.json,40009,ASK_USER", "rest-error-40085.json,40085,RETRY", "rest-error-40099.json,40099,ASK_USER",
            "bitget-uta/rest-error-40084.json,40084,RETRY"})
    void anErrorIsNoAnswerWhateverTheStatus(String fixture, String code, VenueProblem.Remedy remedy) {
        network.answer(400, Fixtures.read(fixture)).answer(200, Fixtures.read(fixture));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> rest.get("/any", 10, BitgetRest.query())).isInstanceOfSatisfying(VenueProblem.class, problem -> {
                assertThat(problem.code()).contains(code);
                assertThat(problem.remedy()).isEqualTo(remedy);
            });
        }
    }

    /** A UTA key on classic endpoints (protocol notes, Bitget 8). */
    @Test
    void anAccountOfTheOtherKindIsNotAskedTheSameAgainAtOnceAndItsKindIsDoubted() {
        var news = new HeardNews();
        var patient = new BitgetRest(Hosts.of(SETTINGS), new RestClient(network, 4, Duration.ofMillis(1)),
                () -> new ApiCredential("k", "s", "p"), clock, new VenueErrors(Environment.LIVE), news);
        network.answer(400, Fixtures.read("rest-error-40085.json"));
        assertThatThrownBy(() -> new History(patient).positions(USDT)).isInstanceOfSatisfying(VenueProblem.class,
                problem -> assertThat(problem.code()).contains("40085"));
        assertThat(network.asked).hasSize(1);
        assertThat(news.doubts).isEqualTo(1);
        assertThat(news.answers).isEmpty();
    }

    @Test
    void anAnswerIsTakenDownAsItCameBeforeItIsUsed() {
        var news = new HeardNews();
        var recorded = new BitgetRest(Hosts.of(SETTINGS), new RestClient(network, 4, Duration.ofMillis(1)),
                () -> new ApiCredential("k", "s", "p"), clock, new VenueErrors(Environment.LIVE), news);
        network.answer(Fixtures.read("rest-all-position-2-live.json"));
        new History(recorded).positions(USDT);
        assertThat(news.answers).containsExactly(new RawMessage(NOW, "GET /api/v2/mix/position/all-position",
                Fixtures.read("rest-all-position-2-live.json")));
    }

    private static final class HeardNews implements RestNews {
        private final List<RawMessage> answers = new ArrayList<>();
        private int doubts;

        @Override
        public void answered(RawMessage answer) {
            answers.add(answer);
        }

        @Override
        public void kindDoubted() {
            doubts++;
        }
    }

    private WireRow ask(String fixture) {
        network.answer(Fixtures.read(fixture));
        var envelope = rest.get("/any", 10, BitgetRest.query());
        assertThat(envelope.text("code")).contains("00000");
        assertThat(envelope.text("msg")).contains("success");
        return envelope;
    }

    private BitgetRest rest() {
        return new BitgetRest(Hosts.of(SETTINGS), new RestClient(network, 1, Duration.ofMillis(1)), () -> new ApiCredential("k", "s", "p"),
                clock, new VenueErrors(Environment.LIVE));
    }
}
