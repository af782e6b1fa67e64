package org.mirrorbook.exchange.bitget.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ConnectorSettings;

class HostsTest {

    @Test
    void oneSettingDecidesHostAndHeader() {
        var live = hosts(Environment.LIVE, null);
        assertThat(live).isEqualTo(new Hosts(URI.create("https://api.bitget.com"), URI.create("wss://ws.bitget.com/v2/ws/private"),
                URI.create("wss://ws.bitget.com/v3/ws/private"), URI.create("wss://ws.bitget.com/v2/ws/public"), false));
        var demo = hosts(Environment.DEMO, null);
        assertThat(demo).isEqualTo(new Hosts(URI.create("https://api.bitget.com"), URI.create("wss://wspap.bitget.com/v2/ws/private"),
                URI.create("wss://wspap.bitget.com/v3/ws/private"), URI.create("wss://wspap.bitget.com/v2/ws/public"), true));
    }

    @Test
    void anEndpointServesBothRestAndSockets() {
        assertThat(hosts(Environment.PRACTICE, "http://127.0.0.1:8123/")).isEqualTo(new Hosts(URI.create("http://127.0.0.1:8123"),
                URI.create("ws://127.0.0.1:8123/v2/ws/private"), URI.create("ws://127.0.0.1:8123/v3/ws/private"),
                URI.create("ws://127.0.0.1:8123/v2/ws/public"), false));
        assertThat(hosts(Environment.LIVE, "https://gateway.example").privateSocket())
                .isEqualTo(URI.create("wss://gateway.example/v2/ws/private"));
        assertThat(hosts(Environment.DEMO, "https://gateway.example").paperTrading()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.bitget.com", "http://192.168.1.2:80", "http://127.0.0.1.evil.example", "ws://127.0.0.1:1",
            "ftp://127.0.0.1", "//127.0.0.1:80", "http://user:secret@127.0.0.1:80", "https:///path", "https://host/path",
            "https://host/?q=1"})
    void anythingElseIsRefusedWithASentence(String endpoint) {
        assertThatThrownBy(() -> hosts(Environment.LIVE, endpoint)).isInstanceOf(IllegalArgumentException.class).hasMessageEndingWith(".")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPracticeAccountNeedsItsExchange() {
        assertThatThrownBy(() -> hosts(Environment.PRACTICE, null)).hasMessageContaining("practice exchange");
    }

    private static Hosts hosts(Environment environment, String endpoint) {
        return Hosts.of(new ConnectorSettings(new AccountId("a"), "label", environment, Optional.ofNullable(endpoint).map(URI::create)));
    }
}
