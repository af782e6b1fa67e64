package org.mirrorbook.exchange.bitget.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.bitget.wire.WireReader;

class SignInTextTest {

    @Test
    void theTimeIsInSecondsSinceMillisecondsAreMetWithSilence() {
        var text = SignInText.of(new ApiCredential("key", "a", "pass \"phrase\" \\ ü"), Instant.ofEpochMilli(1730301330999L));
        var argument = new WireReader().read(text).rows("args").get(0);
        assertThat(argument.text("timestamp")).contains("1730301330");
        assertThat(argument.text("sign")).contains("t0RPH0gO4ut6hHfJWZwKgtnL7XnVsa4AUenaIIbWCuc=");
        assertThat(argument.text("apiKey")).contains("key");
        assertThat(argument.text("passphrase")).contains("pass \"phrase\" \\ ü");
    }
}
