package org.mirrorbook.exchange.practice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.keys.Signature;
import org.mirrorbook.exchange.practice.stream.LoginCheck.Verdict;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LoginCheckTest {

    private static final long SECONDS = 1_730_301_330L;
    private final LoginCheck check = new LoginCheck(Keyring.of(1, 1, Optional.of(new ApiCredential("key", "a", "words"))));

    private Verdict judge(String key, String passphrase, String timestamp, String sign, long nowSeconds) {
        ObjectNode login = JsonMapper.builder().build().createObjectNode();
        login.put("apiKey", key);
        login.put("passphrase", passphrase);
        login.put("timestamp", timestamp);
        login.put("sign", sign);
        return check.judge(login, nowSeconds * 1_000);
    }

    private Verdict atOffset(long seconds) {
        return judge("key", "words", Long.toString(SECONDS), "t0RPH0gO4ut6hHfJWZwKgtnL7XnVsa4AUenaIIbWCuc=", SECONDS + seconds);
    }

    @Test
    void theSignatureOfTheProtocolNotesSignsIn() {
        assertThat(atOffset(0)).isEqualTo(new Verdict.Accepted(0));
    }

    @Test
    void theLoginIsValidForThirtySecondsAroundTheServersClock() {
        assertThat(atOffset(30)).isEqualTo(new Verdict.Accepted(0));
        assertThat(atOffset(-30)).isEqualTo(new Verdict.Accepted(0));
        assertThat(atOffset(31)).isEqualTo(new Verdict.Refused(30014, "Request timestamp expired"));
        assertThat(atOffset(-31)).isEqualTo(new Verdict.Refused(30014, "Request timestamp expired"));
    }

    @Test
    void aTimestampInMillisecondsIsMetWithSilence() {
        String millis = SECONDS + "000";
        assertThat(judge("key", "words", millis, Signature.ofLogin(millis, "a").base64(), SECONDS)).isEqualTo(new Verdict.Silence());
    }

    @Test
    void eachWrongPartHasItsOwnCode() {
        String sign = Signature.ofLogin(Long.toString(SECONDS), "a").base64();
        assertThat(code(judge("other", "words", Long.toString(SECONDS), sign, SECONDS))).isEqualTo(30011);
        assertThat(code(judge("key", "other", Long.toString(SECONDS), sign, SECONDS))).isEqualTo(30012);
        assertThat(code(judge("key", "words", "noon", sign, SECONDS))).isEqualTo(30013);
        assertThat(code(judge("key", "words", "", sign, SECONDS))).isEqualTo(30013);
        assertThat(code(judge("key", "words", "99999999999999999999", sign, SECONDS))).isEqualTo(30013);
        assertThat(code(judge("key", "words", Long.toString(SECONDS), "AAAA" + sign, SECONDS))).isEqualTo(30015);
        assertThat(code(judge("key", "words", Long.toString(SECONDS), Signature.ofLogin(Long.toString(SECONDS), "b").base64(), SECONDS)))
                .isEqualTo(30015);
    }

    private static int code(Verdict verdict) {
        return ((Verdict.Refused) verdict).code();
    }
}
