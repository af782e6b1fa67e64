package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.bitget.Fixtures;
import org.mirrorbook.exchange.bitget.wire.VenueErrors.Outcome;

/** Every code of the protocol notes, Bitget 2.5 and 6.4, with what is done about it and what the trader reads. */
class VenueErrorsTest {

    private final VenueErrors errors = new VenueErrors(Environment.LIVE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "30001 | RETRY | RETRY | does not have a channel",
            "30002 | RETRY | RETRY | did not understand a message",
            "30003 | RETRY | RETRY | did not understand a message",
            "30004 | RETRY | RETRY | wants the sign-in first",
            "30005 | ASK_USER | ASK_USER | rejected the sign-in",
            "30006 | WAIT | RETRY | asks for fewer requests; Mirrorbook waits",
            "30007 | WAIT | RETRY | closed the connection; Mirrorbook waits",
            "30011 | ASK_USER | ASK_USER | does not know this API key",
            "30012 | ASK_USER | ASK_USER | rejected the passphrase",
            "30013 | RESYNC_CLOCK | RETRY | clock and Bitget's differ",
            "30014 | RESYNC_CLOCK | RETRY | clock and Bitget's differ",
            "30015 | ASK_USER | ASK_USER | the secret is probably wrong",
            "30016 | RETRY | RETRY | did not understand a message",
            "40001 | ASK_USER | ASK_USER | The API key is missing",
            "40002 | ASK_USER | ASK_USER | The signature is missing",
            "40003 | ASK_USER | ASK_USER | The time of the signature is missing",
            "40006 | ASK_USER | ASK_USER | does not know this API key",
            "40011 | ASK_USER | ASK_USER | The passphrase is missing",
            "40012 | ASK_USER | ASK_USER | rejected the API key or its passphrase",
            "40036 | ASK_USER | ASK_USER | rejected the passphrase",
            "40037 | ASK_USER | ASK_USER | does not know this API key",
            "40041 | ASK_USER | ASK_USER | does not know this API key",
            "40009 | ASK_USER | ASK_USER | the secret is probably wrong",
            "40004 | RESYNC_CLOCK | RETRY | clock and Bitget's differ",
            "40005 | RESYNC_CLOCK | RETRY | clock and Bitget's differ",
            "40008 | RESYNC_CLOCK | RETRY | clock and Bitget's differ",
            "40014 | ASK_USER | ASK_USER | may not read futures",
            "40040 | ASK_USER | ASK_USER | may not read futures",
            "40018 | ASK_USER | ASK_USER | address is not on the API key's list",
            "40038 | ASK_USER | ASK_USER | address is not on the API key's list",
            "40010 | RETRY | RETRY | did not answer in time",
            "40015 | RETRY | RETRY | out of order for a moment",
            "40725 | RETRY | RETRY | out of order for a moment",
            "40808 | RETRY | RETRY | out of order for a moment",
            "45001 | RETRY | RETRY | out of order for a moment",
            "429 | WAIT | RETRY | asks for fewer requests; Mirrorbook waits",
            "40084 | DETECT_KIND | RETRY | this is a classic account",
            "25245 | DETECT_KIND | RETRY | this is a classic account",
            "40085 | DETECT_KIND | RETRY | this is a unified account",
            "40099 | ASK_USER | ASK_USER | key for demo trading",
            "40308 | RETRY | RETRY | under maintenance",
            "40844 | RETRY | RETRY | under maintenance",
            "40795 | RETRY | RETRY | under maintenance",
            "22002 | REPORT | REPORT | no such position",
            "43043 | REPORT | REPORT | no such position",
            "22067 | RETRY | RETRY | reducing positions by force",
            "40404 | REPORT | REPORT | does not have what Mirrorbook asked for"})
    void everyCodeHasAnOutcomeAndASentence(String code, Outcome outcome, Remedy remedy, String sentence) {
        assertThat(VenueErrors.outcome(code)).contains(outcome);
        for (var problem : new Exception[] {errors.rest(400, Optional.of(code), "the venue's own reason"),
                errors.stream(code, "the venue's own reason")}) {
            assertThat(problem).hasMessageContaining(sentence).hasMessageEndingWith(". Bitget says: the venue's own reason");
        }
        assertThat(errors.rest(400, Optional.of(code), "").remedy()).isEqualTo(remedy);
        assertThat(errors.rest(400, Optional.of(code), "").code()).contains(code);
        assertThat(errors.stream(code, "").remedy()).isEqualTo(remedy);
        assertThat(VenueErrors.clock(code)).isEqualTo(outcome == Outcome.RESYNC_CLOCK);
        assertThat(VenueErrors.otherKind(code)).isEqualTo(outcome == Outcome.DETECT_KIND);
    }

    @Test
    void aCodeThatNobodyKnowsIsReportedByRestAndCuredByANewConnectionInTheStream() {
        assertThat(VenueErrors.outcome("99999")).isEmpty();
        assertThat(errors.rest(400, Optional.of("99999"), "").remedy()).isEqualTo(Remedy.REPORT);
        assertThat(errors.rest(500, Optional.of("99999"), "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(errors.stream("31999", "").remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void aRateLimitIsToldByStatusOrByCode() {
        assertThat(errors.rest(429, Optional.empty(), "").code()).contains("429");
        assertThat(errors.rest(429, Optional.of("40014"), "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(errors.rest(200, Optional.of("429"), "").remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void anAnswerThatIsNoneIsTriedAgainOnlyWhenTheServerFailed() {
        assertThat(errors.rest(502, Optional.empty(), "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(errors.rest(200, Optional.empty(), "").remedy()).isEqualTo(Remedy.REPORT);
    }

    @Test
    void anAccountOfTheOtherKindIsNoConcernOfTheUsers() {
        var answer = new WireReader().read(Fixtures.read("rest-error-40085.json"));
        var problem = errors.rest(400, answer.text("code"), answer.text("msg").orElseThrow());
        assertThat(problem.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(problem).hasMessageStartingWith("Bitget says that this is a unified account; Mirrorbook looks which kind it is and "
                + "goes on. Bitget says: You are in Unified Account mode");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "LIVE | This is a key for demo trading, but the account is set to live: make a key outside demo mode, "
                    + "or set the account to demo.",
            "DEMO | This is a key for real trading, but the account is set to demo: make a key in Bitget's demo mode, "
                    + "or set the account to live.",
            "PRACTICE | This key belongs to Bitget itself, but the account is set to the practice exchange: "
                    + "use the key that the practice exchange shows, or set the account to live or demo."})
    void aKeyOfTheWrongEnvironmentIsToldWhereItBelongs(Environment environment, String sentence) {
        assertThat(new VenueErrors(environment).rest(400, Optional.of("40099"), "")).hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg_0123456789abcdef0123456789abcdef", "t0RPH0gO4ut6hHfJWZwKgtnL7XnVsa4AUenaIIbWCuc=",
            "0b5e4b1c-7d2f-4a6e-9f30-1c2d3e4f5a6b"})
    void aReasonThatRepeatsAKeyOrASignatureIsNotRepeated(String secret) {
        assertThat(errors.rest(400, Optional.of("40009"), "Invalid " + secret + "\n")).hasMessage(
                "Bitget rejected the signature; the secret is probably wrong. Bitget says: Invalid …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"passphrase=swordfish", "bad request {\"passphrase\": \"sword fish\"}", "ACCESS-PASSPHRASE: swordfish"})
    void aReasonThatRepeatsAPassphraseIsNotRepeatedHoweverShortThatIs(String reason) {
        assertThat(errors.rest(400, Optional.of("40012"), reason)).extracting(Throwable::getMessage).asString()
                .doesNotContain("sword").doesNotContain("fish").startsWith("Bitget rejected the API key or its passphrase.");
    }

    @Test
    void aSentenceAboutAPassphraseIsRepeated() {
        assertThat(errors.rest(400, Optional.of("40012"), "apikey/passphrase is incorrect")).hasMessageEndingWith(
                "Bitget says: apikey/passphrase is incorrect");
    }

    @Test
    void aCodeThatIsNoneIsCut() {
        assertThat(errors.stream("9".repeat(500), "").code().orElseThrow()).hasSize(20);
    }
}
