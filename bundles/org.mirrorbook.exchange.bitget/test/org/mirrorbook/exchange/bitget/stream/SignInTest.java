package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.bitget.Fixtures.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.ScriptedNetwork;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.History;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.RestClient;

class SignInTest {

    private static final ApiCredential KEY = new ApiCredential("k", "s", "p");
    private static final String TIME = "{\"code\":\"00000\",\"data\":{\"serverTime\":\"" + NOW.plusSeconds(45).toEpochMilli() + "\"}}";

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final VenueClock clock = new VenueClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theVenuesClockSignsWhereOursIsInDoubt() {
        network.answer(TIME).answer(Fixtures.read("rest-all-position-4-empty.json"));
        assertThat(timestamp(signIn().apply(true))).isEqualTo(NOW.plusSeconds(45).getEpochSecond());
        assertThat(network.asked).hasSize(2);
    }

    @Test
    void aReconnectAsksNothingFirst() {
        assertThat(timestamp(signIn().apply(false))).isEqualTo(NOW.getEpochSecond());
        assertThat(network.asked).isEmpty();
    }

    @Test
    void aUnifiedAccountIsFoundOutBeforeTheSocketIsAsked() {
        network.answer(TIME).answer(400, Fixtures.read("rest-error-40085.json"));
        assertThatThrownBy(() -> signIn().apply(true)).isInstanceOf(VenueProblem.class).hasMessageContaining("unified account");
    }

    @Test
    void aRestSideThatIsOutOfOrderDoesNotKeepTheSocketFromBeingTried() {
        network.answer(503, "<html>").answer(404, "{\"code\":\"40404\",\"msg\":\"Request URL NOT FOUND\"}");
        assertThat(timestamp(signIn().apply(true))).isEqualTo(NOW.getEpochSecond());
        assertThat(network.asked).hasSize(2);
    }

    private SignIn signIn() {
        var settings = new ConnectorSettings(new AccountId("a"), "label", Environment.LIVE, Optional.empty());
        var rest = new BitgetRest(Hosts.of(settings), new RestClient(network, 1, Duration.ofMillis(1)), () -> KEY, clock,
                new VenueErrors(Environment.LIVE));
        return new SignIn(() -> KEY, clock, rest, () -> new History(rest).positions(Fixtures.USDT));
    }

    private static long timestamp(String text) {
        return new WireReader().read(text).rows("args").get(0).needDecimal("timestamp").longValueExact();
    }
}
