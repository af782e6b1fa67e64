package org.mirrorbook.exchange.bitget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.COIN;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;
import static org.mirrorbook.exchange.bitget.Fixtures.USDC;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.History;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.stream.PrivateDialect;
import org.mirrorbook.exchange.bitget.stream.SignInText;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.VenueErrors.Outcome;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.LinkMessage;
import org.mirrorbook.exchange.link.LinkTrouble;
import org.mirrorbook.exchange.link.RestClient;

/**
 * What the public clients of this protocol got wrong (protocol notes, Bitget 8), one test for each line that parsing, dialect or REST can
 * get wrong. The rest of the table:
 * <ul>
 * <li>login silently dropped, the waiting: {@code LinkMachineTest.silenceAfterTheSignInEndsTheWaitAndDoubtsTheClock}
 * <li>30004 after reconnect, the order of things: {@code LinkMachineTest.aConnectionSignsInAgainBeforeItSubscribesAgain}
 * <li>stream goes quiet, socket open: {@code LinkMachineTest.noPongWithinOneIntervalMeansReconnect}, and the comparison with REST in
 * {@code LaneComparisonTest} of the mirror
 * <li>40099, the header and the host: {@code HostsTest}, {@code HistoryTest.aDemoAccountIsMarkedAsSuch}
 * <li>UTA key on classic endpoints, the finding out: {@code KeyTrialsTest}, {@code BitgetConnectorTest}
 * <li>duplicate snapshot after reconnect: the rules of the domain, and the certification of every connector
 * <li>book checksum errors: no order book is read
 * </ul>
 */
class Section8Test {

    private final Unheard unheard = new Unheard("test");
    private final PrivateDialect dialect = new PrivateDialect(URI.create("wss://host/v2/ws/private"), PRODUCTS,
            new VenueErrors(Environment.LIVE), compare -> "", unheard);
    private final ScriptedNetwork network = new ScriptedNetwork();

    @Test
    void closesNeverNoticed_anEmptyPushIsASnapshotInWhichNothingIsOpen() {
        var snapshot = snapshot(Fixtures.read("positions-4-empty.json"));
        assertThat(snapshot.scope()).isEqualTo(USDT);
        assertThat(snapshot.rows()).isEmpty();
    }

    @Test
    void closingUsdcListWipesUsdtPositions_eachSnapshotSpeaksOfItsOwnProductOnly() {
        for (var scope : List.of(USDT, COIN, USDC)) {
            var text = Fixtures.read("positions-4-empty.json").replace("USDT-FUTURES", scope.product().code());
            assertThat(snapshot(text).scope()).isEqualTo(scope);
        }
        assertThat(List.of(USDT, COIN, USDC)).extracting(Scope::product).doesNotHaveDuplicates();
    }

    @Test
    void loginSilentlyDropped_theTimeIsInSeconds() {
        var text = SignInText.of(new ApiCredential("k", "s", "p"), Instant.ofEpochMilli(1730301330123L));
        assertThat(new WireReader().read(text).rows("args").get(0).text("timestamp")).contains("1730301330");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login-ack-1-string-code.json", "login-ack-2-numeric-code.json"})
    void ackRejectedByParser_theCodeMayBeANumber(String ack) {
        assertThat(read(Fixtures.read(ack))).isInstanceOf(LinkMessage.SignedIn.class);
    }

    @Test
    void everyPositionPushRejectedByParser_leverageAndAllOtherFiguresMayBeNumbers() {
        var text = Fixtures.read("positions-1.json");
        assertThat(text).containsPattern("\"leverage\": \\d");
        var numeric = text.replaceAll("\"(total|available|frozen|openPriceAvg|marginSize|markPrice|cTime|uTime)\": \"([0-9.]+)\"",
                "\"$1\": $2");
        assertThat(snapshot(numeric)).isEqualTo(snapshot(text));
        assertThat(unheard.count()).isZero();
    }

    @Test
    void refused30001WhenSubscribingPerSymbol_positionsAreSubscribedByDefaultAndNeverBySymbol() {
        assertThat(dialect.subscribe(PrivateDialect.topics(PRODUCTS))).allSatisfy(message -> assertThat(
                new WireReader().read(message).rows("args")).allSatisfy(argument -> assertThat(
                argument.text("instId").or(() -> argument.text("coin"))).contains("default")));
    }

    @Test
    void refused30004AfterReconnect_anotherConnectionIsMadeAndTheKeyIsNotBlamed() {
        var failed = (LinkMessage.Failed) read(Fixtures.read("error-30004-1.json"));
        assertThat(failed.trouble().kind()).isEqualTo(LinkTrouble.Kind.RETRY);
    }

    @ParameterizedTest
    @CsvSource({"LIVE,key for demo trading", "DEMO,key for real trading", "PRACTICE,key belongs to Bitget itself"})
    void wrongEnvironment40099_theSentenceSaysWhichKeyBelongsWhere(Environment environment, String words) {
        var answer = new WireReader().read(Fixtures.read("rest-error-40099.json"));
        assertThat(new VenueErrors(environment).rest(400, answer.text("code"), "")).hasMessageContaining(words);
    }

    @Test
    void utaKeyOnClassicEndpoints_theKindIsFoundOutAndTheKeyIsNotBlamed() {
        var answer = new WireReader().read(Fixtures.read("rest-error-40085.json"));
        assertThat(VenueErrors.outcome(answer.needText("code"))).contains(Outcome.DETECT_KIND);
    }

    @Test
    void zeroSizeRowsFromRest_theyAreNoPositions() {
        var body = Fixtures.read("rest-all-position-2-live.json").replaceAll("\"total\": \"[^\"]*\"", "\"total\": \"0\"")
                .replaceAll("\"openPriceAvg\": \"[^\"]*\"", "\"openPriceAvg\": null");
        network.answer(body);
        assertThat(history().positions(USDT)).isEmpty();
    }

    @Test
    void historyHasNoDates_bothSpellingsOfTheTimesAreRead() {
        var lower = Fixtures.read("rest-history-position-2-live.json");
        var upper = lower.replace("\"ctime\"", "\"cTime\"").replace("\"utime\"", "\"uTime\"");
        assertThat(upper).isNotEqualTo(lower);
        var empty = "{\"code\":\"00000\",\"data\":{\"list\":[]}}";
        network.answer(lower).answer(empty).answer(upper).answer(empty);
        var records = history().closingRecords(USDT, Instant.EPOCH);
        assertThat(records).hasSize(2).allSatisfy(record -> assertThat(record.life().startedAt()).isPresent());
        assertThat(history().closingRecords(USDT, Instant.EPOCH)).isEqualTo(records);
    }

    @Test
    void marketCloseCancelsARestingLimitClose_theCancelledOrderSaysNothingAndTroublesNobody() {
        var text = Fixtures.read("orders-2-canceled.json").replace("\"tradeSide\": \"open\"", "\"tradeSide\": \"close\"");
        assertThat(((LinkMessage.Observed) read(text)).batch().seen()).isEmpty();
        assertThat(unheard.count()).isZero();
    }

    private SnapshotSeen snapshot(String text) {
        return (SnapshotSeen) ((LinkMessage.Observed) read(text)).batch().seen().get(0);
    }

    private LinkMessage read(String text) {
        return dialect.read(text, 1, NOW);
    }

    private History history() {
        var hosts = Hosts.of(new ConnectorSettings(new AccountId("a"), "label", Environment.LIVE, Optional.empty()));
        return new History(new BitgetRest(hosts, new RestClient(network, 1, Duration.ofMillis(1)), () -> new ApiCredential("k", "s", "p"),
                new VenueClock(Clock.fixed(NOW, ZoneOffset.UTC)), new VenueErrors(Environment.LIVE)));
    }
}
