package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Environment;

class AccountFormTest {

    private static final RiskUnitForm NO_RISK = RiskUnitForm.of(Optional.empty());

    @Test
    void aCompleteFormIsAnAccountWithItsKey() {
        var form = form(Environment.LIVE, "", "key", "secret", "phrase");

        assertThat(form.problem()).isEmpty();
        assertThat(form.wanted().endpoint()).isEmpty();
        assertThat(form.credential()).hasValueSatisfying(key -> assertThat(key.passphrase()).isEqualTo("phrase"));
    }

    @Test
    void aKeyHasThreeParts() {
        assertThat(form(Environment.DEMO, "", "key", "secret", "").problem()).contains("Key, secret and passphrase are needed, all three.");
    }

    @Test
    void thePracticeExchangeInsideTheProductNeedsNoKeyAndTakesNone() {
        var form = form(Environment.PRACTICE, "", "left over", "", "");

        assertThat(form.problem()).isEmpty();
        assertThat(form.credential()).isEmpty();
    }

    @Test
    void withoutTlsOnlyThisComputerIsAccepted() {
        assertThat(form(Environment.PRACTICE, "http://127.0.0.1:8080", "k", "s", "p").problem()).isEmpty();
        assertThat(form(Environment.PRACTICE, "http://127.0.0.1:8080", "k", "s", "p").wanted().endpoint())
                .contains(URI.create("http://127.0.0.1:8080"));
        assertThat(form(Environment.LIVE, "http://exchange.example", "k", "s", "p").problem())
                .contains("Without TLS only an exchange on this computer is accepted: use https://.");
        assertThat(form(Environment.LIVE, "https://exchange.example", "k", "s", "p").problem()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        assertThat(form(Environment.LIVE, "not an address", "k", "s", "p").problem()).isPresent();
        assertThat(form(Environment.LIVE, "ftp://exchange.example", "k", "s", "p").problem()).isPresent();
    }

    @Test
    void anEditedAccountKeepsItsKeyWhenAllThreeFieldsAreEmpty() {
        var form = new AccountForm("Main", "bitget", Environment.LIVE, "", "", "", "", true, false, NO_RISK, false);

        assertThat(form.problem()).isEmpty();
        assertThat(form.credential()).isEmpty();
    }

    @Test
    void theConsentToATradingKeyGoesWithTheAccount() {
        var form = new AccountForm("Main", "bitget", Environment.LIVE, "", "k", "s", "p", true, true, NO_RISK, true);

        assertThat(form.wanted().acceptsTradingKey()).isTrue();
        assertThat(form(Environment.LIVE, "", "k", "s", "p").wanted().acceptsTradingKey()).isFalse();
    }

    @Test
    void aFormDoesNotTellItsKey() {
        assertThat(form(Environment.LIVE, "", "the key", "the secret", "the phrase").toString())
                .doesNotContain("the key").doesNotContain("the secret").doesNotContain("the phrase");
    }

    private static AccountForm form(Environment environment, String endpoint, String key, String secret, String phrase) {
        return new AccountForm("Main", "bitget", environment, endpoint, key, secret, phrase, true, false, NO_RISK, true);
    }

    @Test
    void a1rThatIsNoneIsTheLastThingThatIsSaid() {
        var risk = new RiskUnitForm(RiskUnitForm.Kind.PERCENT, "101", "");

        assertThat(new AccountForm("Main", "bitget", Environment.LIVE, "", "k", "s", "p", true, true, risk, true).problem())
                .contains("1R is more than 0 and at most 100 percent of the equity, such as 0.5.");
        assertThat(new AccountForm("Main", "bitget", Environment.LIVE, "", "", "s", "p", true, true, risk, true).problem()).get().asString()
                .startsWith("Key, secret and passphrase");
    }
}
