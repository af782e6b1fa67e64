package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://host", "wss://host/path", "http://127.0.0.1:1", "ws://127.8.9.1:1/x", "ws://localhost:1",
            "HTTP://LOCALHOST", "http://[::1]:5"})
    void tlsIsAcceptedEverywhereAndPlainTextOnlyOnThisComputer(String address) {
        assertThat(Address.checked(URI.create(address))).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host", "ws://10.0.0.1", "http://localhost.example", "http://127.0.0.1.example", "http://[::2]",
            "ftp://127.0.0.1", "//127.0.0.1", "https:/path", "https://me:word@host", "mailto:me"})
    void anythingElseIsRefusedWithASentenceThatRepeatsNoPassword(String address) {
        assertThatThrownBy(() -> Address.checked(URI.create(address))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*\\.").hasMessageNotContaining("word");
    }
}
