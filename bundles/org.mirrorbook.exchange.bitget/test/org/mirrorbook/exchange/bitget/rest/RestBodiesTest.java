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
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireRow;
import org.mirrorbook.exchange.link.RestClient;

/** Answers of the REST side as the envelope's reader gives them: also those of questions that are not asked yet. */
class RestBodiesTest {

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
    @CsvSource({"rest-error-40009.json,40009,ASK_USER", "rest-error-40085.json,40085,RETRY", "rest-error-40099.json,40099,ASK_USER"})
    void anErrorIsNoAnswerWhateverTheStatus(String fixture, String code, VenueProblem.Remedy remedy) {
        network.answer(400, Fixtures.read(fixture)).answer(200, Fixtures.read(fixture));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> rest.get("/any", 10, BitgetRest.query())).isInstanceOfSatisfying(VenueProblem.class, problem -> {
                assertThat(problem.code()).contains(code);
                assertThat(problem.remedy()).isEqualTo(remedy);
            });
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
        var settings = new ConnectorSettings(new AccountId("a"), "label", Environment.LIVE, Optional.empty());
        return new BitgetRest(Hosts.of(settings), new RestClient(network, 1, Duration.ofMillis(1)), () -> new ApiCredential("k", "s", "p"),
                clock, new VenueErrors(Environment.LIVE));
    }
}
