package org.mirrorbook.exchange.practice.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.exchange.ApiCredential;

class SignatureTest {

    @Test
    void theLoginIsSignedAsInTheProtocolNotes() {
        // protocol notes, Bitget 2.1
        assertThat(Signature.ofLogin("1730301330", "a").base64()).isEqualTo("t0RPH0gO4ut6hHfJWZwKgtnL7XnVsa4AUenaIIbWCuc=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        // protocol notes, Bitget 6.1
        "1725040472073GET/api/v2/spot/account/assets p8vWylxL4JJCyy6B81n82ZEySiWChClCw99FTDocviA=",
        "1725040472073GET/api/v2/mix/position/all-position?marginCoin=USDT&productType=USDT-FUTURES "
                + "mgJ6aafubWgoZP1g19wCjYYgN0e5xr4uXbmZ3TEXSP4=",
        "1725040472073POST/api/v2/mix/account/set-position-mode{\"productType\":\"USDT-FUTURES\",\"posMode\":\"hedge_mode\"} "
                + "9f/IwdbytuuSkprsZZfFODYqKby9HRTmEWP4nGZFc98="})
    void requestsAreSignedAsInTheProtocolNotes(String prehash, String expected) {
        assertThat(Signature.of(prehash, "secret").matches(expected)).isTrue();
        assertThat(Signature.of(prehash + " ", "secret").matches(expected)).isFalse();
    }

    @Test
    void keysComeFromTheSeedAndDifferPerAccount() {
        Keyring once = Keyring.of(7, 3, Optional.empty());
        assertThat(Keyring.of(7, 3, Optional.empty()).credentials()).isEqualTo(once.credentials());
        assertThat(Keyring.of(8, 3, Optional.empty()).credentials()).doesNotContainAnyElementsOf(once.credentials());
        assertThat(once.credentials()).doesNotHaveDuplicates();
    }

    @Test
    void aGivenKeyOpensTheFirstAccount() {
        ApiCredential mine = new ApiCredential("mine", "my secret", "my words");
        Keyring keyring = Keyring.of(7, 2, Optional.of(mine));
        assertThat(keyring.of(keyring.account("mine").orElseThrow())).isEqualTo(mine);
        assertThat(keyring.account(keyring.credentials().get(1).apiKey())).hasValue(1);
        assertThat(keyring.account("yours")).isEmpty();
    }
}
