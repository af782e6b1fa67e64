package org.mirrorbook.exchange.bitget.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.bitget.BitgetConnectorFactory;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;

class KeyTrialsTest {

    private static final String TIME = "{\"code\":\"00000\",\"data\":{\"serverTime\":\"" + NOW.plusMillis(250).toEpochMilli() + "\"}}";

    private final ScriptedNetwork network = new ScriptedNetwork();

    @Test
    void aGoodKeyIsTriedStepByStep() {
        network.answer(TIME).answer(TIME).answer(Fixtures.read("rest-all-position-2-live.json"))
                .answer(Fixtures.read("rest-all-position-2-live.json")).answer(Fixtures.read("rest-all-position-4-empty.json"))
                .answer(Fixtures.read("rest-all-position-4-empty.json")).answer("{\"code\":\"00000\",\"data\":{\"userId\":\"4711\"}}");
        var trial = tryKey(Environment.LIVE);
        assertThat(trial.problem()).isEmpty();
        assertThat(trial.kind()).contains("classic");
        assertThat(trial.venueAccount()).contains("4711");
        assertThat(trial.steps()).extracting(KeyTrial.Step::name).containsExactly("Reach Bitget", "Compare clocks", "Sign in",
                "Read the open positions");
        assertThat(trial.steps()).extracting(KeyTrial.Step::result).contains("Bitget's is 250 ms ahead", "1 open position");
    }

    @Test
    void aKeyForFuturesAloneMayNotAskForItsAccountAndIsGoodAllTheSame() {
        network.answer(TIME).answer(TIME);
        for (int i = 0; i < 4; i++) {
            network.answer(Fixtures.read("rest-all-position-4-empty.json"));
        }
        network.answer(403, "{\"code\":\"40014\",\"msg\":\"Incorrect permissions\"}");
        var trial = tryKey(Environment.LIVE);
        assertThat(trial.problem()).isEmpty();
        assertThat(trial.venueAccount()).isEmpty();
    }

    @Test
    void theFirstStepThatFailsIsTheLast() {
        network.answer(TIME).answer(TIME).answer(400, Fixtures.read("rest-error-40009.json"));
        var trial = tryKey(Environment.LIVE);
        assertThat(trial.steps()).hasSize(3);
        assertThat(trial.problem().orElseThrow().code()).contains("40009");
        assertThat(trial.kind()).isEmpty();
    }

    @Test
    void aUnifiedAccountIsRecognised() {
        network.answer(TIME).answer(TIME).answer(400, Fixtures.read("rest-error-40085.json"));
        var trial = tryKey(Environment.LIVE);
        assertThat(trial.kind()).contains("unified");
        assertThat(trial.problem().orElseThrow()).hasMessageContaining("not supported yet");
    }

    @Test
    void aKeyOfTheOtherEnvironmentIsToldWhereItBelongs() {
        network.answer(TIME).answer(TIME).answer(400, Fixtures.read("rest-error-40099.json"));
        assertThat(tryKey(Environment.DEMO).problem().orElseThrow()).hasMessageContaining("key for real trading");
    }

    private KeyTrial tryKey(Environment environment) {
        return new BitgetConnectorFactory(network, Clock.fixed(NOW, ZoneOffset.UTC)).tryKey(
                new ConnectorSettings(new AccountId("account-1"), "label", environment, Optional.empty()),
                new ApiCredential("k", "s", "p"));
    }
}
