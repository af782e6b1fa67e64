package org.mirrorbook.exchange.bitget.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.BitgetConnectorFactory;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;

class KeyTrialsTest {

    private static final String TIME = "{\"code\":\"00000\",\"data\":{\"serverTime\":\"" + NOW.plusMillis(250).toEpochMilli() + "\"}}";

    private final ScriptedNetwork network = new ScriptedNetwork();

    private static final String CLASSIC = Fixtures.read("bitget-uta/rest-error-40084.json");
    private static final String FLAT = Fixtures.read("bitget-uta/rest-current-position-2-flat.json");
    private static final String READS = "{\"code\":\"00000\",\"data\":{\"userId\":\"4711\",\"ips\":\"203.0.113.7\","
            + "\"authorities\":[\"cpor\",\"coor\"]}}";

    @Test
    void aGoodKeyOfAClassicAccountIsTriedStepByStep() {
        network.answer(TIME).answer(TIME).answer(400, CLASSIC).answer(Fixtures.read("rest-all-position-2-live.json")).answer(READS)
                .answer(Fixtures.read("rest-all-position-2-live.json")).answer(Fixtures.read("rest-all-position-4-empty.json"))
                .answer(Fixtures.read("rest-all-position-4-empty.json"));
        var trial = tryKey(Environment.LIVE, false);
        assertThat(trial.problem()).isEmpty();
        assertThat(trial.kind()).contains("classic");
        assertThat(trial.venueAccount()).contains("4711");
        assertThat(trial.clockOffset()).contains(Duration.ofMillis(250));
        assertThat(trial.rights()).isEqualTo(new KeyRights(Right.YES, Right.NO, Right.NO, Right.UNKNOWN, Optional.of(Set.of("203.0.113.7")),
                Optional.empty()));
        assertThat(trial.steps()).extracting(KeyTrial.Step::name).containsExactly("Reach Bitget", "Compare clocks",
                "Find the kind of account", "Sign in", "What the key may do", "Read the open positions");
        assertThat(trial.steps()).extracting(KeyTrial.Step::result).containsExactly("answers", "Bitget's is 250 ms ahead",
                "a classic account", "the key is accepted", "read yes, trade no, withdraw no, transfer not told", "1 open position");
    }

    @Test
    void aGoodKeyOfAUnifiedAccountIsTriedTheSameWay() {
        network.answer(TIME).answer(TIME).answer(Fixtures.read("bitget-uta/rest-settings-1.json")).answer(FLAT)
                .answer("{\"code\":\"00000\",\"data\":{\"userId\":\"4712\",\"ips\":\"\",\"permType\":\"read-only\","
                        + "\"permissions\":[\"uta_mgt\",\"uta_trade\"]}}")
                .answer(Fixtures.read("bitget-uta/rest-current-position-1.json")).answer(FLAT).answer(FLAT);
        var trial = tryKey(Environment.LIVE, false);
        assertThat(trial.problem()).isEmpty();
        assertThat(trial.kind()).contains("unified");
        assertThat(trial.venueAccount()).contains("4712");
        assertThat(trial.rights()).isEqualTo(new KeyRights(Right.YES, Right.NO, Right.NO, Right.NO, Optional.of(Set.of()),
                Optional.empty()));
        assertThat(trial.steps()).last().extracting(KeyTrial.Step::result).isEqualTo("1 open position");
        assertThat(network.asked).extracting(request -> request.uri().getPath()).containsExactly("/api/v2/public/time",
                "/api/v2/public/time", "/api/v3/account/settings", "/api/v3/position/current-position", "/api/v3/account/info",
                "/api/v3/position/current-position", "/api/v3/position/current-position", "/api/v3/position/current-position");
    }

    @Test
    void aKeyForFuturesAloneMayNotAskForItsAccountAndIsGoodAllTheSame() {
        network.answer(TIME).answer(TIME).answer(400, CLASSIC).answer(Fixtures.read("rest-all-position-4-empty.json"));
        network.answer(403, "{\"code\":\"40014\",\"msg\":\"Incorrect permissions\"}");
        for (int i = 0; i < 3; i++) {
            network.answer(Fixtures.read("rest-all-position-4-empty.json"));
        }
        var trial = tryKey(Environment.LIVE, false);
        assertThat(trial.problem()).isEmpty();
        assertThat(trial.rights()).isEqualTo(KeyRights.unknown());
        assertThat(trial.venueAccount()).isEmpty();
    }

    @Test
    void theFirstStepThatFailsIsTheLast() {
        network.answer(TIME).answer(TIME).answer(400, Fixtures.read("rest-error-40009.json"));
        var trial = tryKey(Environment.LIVE, false);
        assertThat(trial.steps()).hasSize(3);
        assertThat(trial.problem().orElseThrow().code()).contains("40009");
        assertThat(trial.kind()).isEmpty();
        assertThat(trial.clockOffset()).contains(Duration.ofMillis(250));
    }

    @Test
    void aKeyThatCanWithdrawIsRefusedAndWhatItMayIsTold() {
        network.answer(TIME).answer(TIME).answer(Fixtures.read("bitget-uta/rest-settings-1.json")).answer(FLAT)
                .answer(Fixtures.read("bitget-uta/rest-account-info-1.json"));
        var trial = tryKey(Environment.LIVE, true);
        assertThat(trial.problem().orElseThrow().code()).contains(KeyGate.CAN_WITHDRAW);
        assertThat(trial.problem().orElseThrow().remedy()).isEqualTo(VenueProblem.Remedy.ASK_USER);
        assertThat(trial.steps()).hasSize(5);
        assertThat(trial.kind()).contains("unified");
        assertThat(trial.rights().withdraw()).isEqualTo(Right.YES);
        assertThat(trial.rights().ips()).contains(Set.of("192.168.1.1", "192.168.1.2"));
    }

    @Test
    void aKeyThatCanTradeNeedsTheUsersConsent() {
        var trades = READS.replace("coor", "coow");
        network.answer(TIME).answer(TIME).answer(400, CLASSIC).answer(Fixtures.read("rest-all-position-4-empty.json")).answer(trades);
        assertThat(tryKey(Environment.LIVE, false).problem().orElseThrow().code()).contains(KeyGate.CAN_TRADE);

        network.answer(TIME).answer(TIME).answer(400, CLASSIC).answer(Fixtures.read("rest-all-position-4-empty.json")).answer(trades);
        for (int i = 0; i < 3; i++) {
            network.answer(Fixtures.read("rest-all-position-4-empty.json"));
        }
        assertThat(tryKey(Environment.LIVE, true).problem()).isEmpty();
    }

    @Test
    void anAnswerThatTellsNoKindIsNotGuessedFrom() {
        network.answer(TIME).answer(TIME).answer(404, "{\"code\":\"40404\",\"msg\":\"Request URL NOT FOUND\"}");
        var trial = tryKey(Environment.LIVE, false);
        assertThat(trial.kind()).isEmpty();
        assertThat(trial.problem().orElseThrow().code()).contains("40404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"00000\",\"data\":\"soon\"}", "{\"code\":{},\"data\":{}}", "[]"})
    void anAnswerOfAnotherShapeIsAProblemAndNoAccident(String answer) {
        network.answer(answer);
        assertThat(tryKey(Environment.LIVE, false).problem().orElseThrow().remedy()).isEqualTo(VenueProblem.Remedy.REPORT);
        network.answer(TIME).answer(TIME).answer(answer);
        var trial = tryKey(Environment.LIVE, false);
        assertThat(trial.problem().orElseThrow().remedy()).isEqualTo(VenueProblem.Remedy.REPORT);
        assertThat(trial.kind()).isEmpty();
    }

    @Test
    void aKeyOfTheOtherEnvironmentIsToldWhereItBelongs() {
        network.answer(TIME).answer(TIME).answer(400, Fixtures.read("rest-error-40099.json"));
        assertThat(tryKey(Environment.DEMO, false).problem().orElseThrow()).hasMessageContaining("key for real trading");
        assertThat(network.asked.get(2).headers()).containsEntry("paptrading", "1");
    }

    @Test
    void eachStepIsToldAsSoonAsItEndedAlsoTheOneThatFailed() {
        network.answer(TIME).answer(TIME).answer(400, "{\"code\":\"40012\",\"msg\":\"apikey/password is incorrect\"}");
        var askedBefore = new LinkedHashMap<String, Integer>();

        var trial = new BitgetConnectorFactory(network, Clock.fixed(NOW, ZoneOffset.UTC)).tryKey(
                new ConnectorSettings(new AccountId("account-1"), "label", Environment.LIVE, Optional.empty(), false),
                new ApiCredential("k", "s", "p"), step -> askedBefore.put(step.name(), network.asked.size()));

        // after the first question the first step is told, and not at the end
        assertThat(askedBefore).containsExactly(entry("Reach Bitget", 1), entry("Compare clocks", 2), entry("Find the kind of account", 3));
        assertThat(trial.steps()).extracting(KeyTrial.Step::name).containsExactlyElementsOf(askedBefore.keySet());
        assertThat(trial.steps().getLast().problem()).isPresent();
    }

    private KeyTrial tryKey(Environment environment, boolean tradingKeyAccepted) {
        return new BitgetConnectorFactory(network, Clock.fixed(NOW, ZoneOffset.UTC)).tryKey(
                new ConnectorSettings(new AccountId("account-1"), "label", environment, Optional.empty(), tradingKeyAccepted),
                new ApiCredential("k", "s", "p"));
    }
}
