package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The vectors of the protocol notes, Bitget 2.1 and 6.1. */
class SignerTest {

    @Test
    void aSignInIsSignedOverSeconds() {
        assertThat(Signer.login("a", 1730301330L)).isEqualTo("t0RPH0gO4ut6hHfJWZwKgtnL7XnVsa4AUenaIIbWCuc=");
    }

    @Test
    void aQuestionIsSignedOverMillisecondsAndPath() {
        assertThat(Signer.get("secret", 1725040472073L, "/api/v2/spot/account/assets"))
                .isEqualTo("p8vWylxL4JJCyy6B81n82ZEySiWChClCw99FTDocviA=");
    }

    @Test
    void theQueryIsSignedToo() {
        assertThat(Signer.get("secret", 1725040472073L, "/api/v2/mix/position/all-position?marginCoin=USDT&productType=USDT-FUTURES"))
                .isEqualTo("mgJ6aafubWgoZP1g19wCjYYgN0e5xr4uXbmZ3TEXSP4=");
    }

    @Test
    void aBodyWouldBeSignedBehindThePath() {
        assertThat(Signer.sign("secret", "1725040472073POST/api/v2/mix/account/set-position-mode"
                + "{\"productType\":\"USDT-FUTURES\",\"posMode\":\"hedge_mode\"}"))
                .isEqualTo("9f/IwdbytuuSkprsZZfFODYqKby9HRTmEWP4nGZFc98=");
    }
}
