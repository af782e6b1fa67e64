package org.mirrorbook.exchange.bitget.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.bitget.Fixtures;

/** Every code of the protocol notes, Bitget 2.5 and 6.4. */
class VenueErrorsTest {

    private final VenueErrors errors = new VenueErrors(Environment.LIVE);

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40002", "40003", "40006", "40009", "40011", "40012", "40014", "40018", "40036", "40037", "40038",
            "40040", "40041", "40099"})
    void whatOnlyTheUserCanMendIsAskedOfHim(String code) {
        var problem = errors.rest(400, Optional.of(code), "the venue's own reason");
        assertThat(problem.remedy()).isEqualTo(Remedy.ASK_USER);
        assertThat(problem.code()).contains(code);
        assertThat(problem).hasMessageContaining("the venue's own reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40004", "40005", "40008", "40010", "40015", "40725", "40808", "45001", "429", "40308", "40844", "40795",
            "22067"})
    void whatPassesByItselfIsTriedAgain(String code) {
        assertThat(errors.rest(400, Optional.of(code), "").remedy()).isEqualTo(Remedy.RETRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40404", "22002", "43043", "99999"})
    void whatNobodyUnderstandsIsReported(String code) {
        assertThat(errors.rest(400, Optional.of(code), "").remedy()).isEqualTo(Remedy.REPORT);
    }

    @Test
    void aRateLimitIsToldByStatusOrByCode() {
        assertThat(errors.rest(429, Optional.empty(), "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(errors.rest(429, Optional.of("40014"), "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(errors.rest(200, Optional.of("429"), "").remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void anAnswerThatIsNoneIsTriedAgainOnlyWhenTheServerFailed() {
        assertThat(errors.rest(502, Optional.empty(), "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(errors.rest(200, Optional.empty(), "").remedy()).isEqualTo(Remedy.REPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30005", "30011", "30012", "30015"})
    void aKeyRejectedByTheSocketIsNotTriedAgain(String code) {
        assertThat(errors.stream(code, "").remedy()).isEqualTo(Remedy.ASK_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30001", "30002", "30003", "30004", "30006", "30007", "30013", "30014", "30016", "31999"})
    void everythingElseOnTheSocketIsCuredByANewConnection(String code) {
        assertThat(errors.stream(code, "").remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void theClockIsToldApart() {
        assertThat(new String[] {"30013", "30014", "40004", "40005", "40008"}).allMatch(VenueErrors::clock);
        assertThat(VenueErrors.clock("30015")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40084", "25245", "40085"})
    void anAccountOfTheOtherKindIsNoMatterOfTheUser(String code) {
        assertThat(VenueErrors.otherKind(code)).isTrue();
        assertThat(errors.rest(400, Optional.of(code), "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(errors.stream(code, "").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(VenueErrors.otherKind("40014")).isFalse();
    }

    @Test
    void anAccountOfTheOtherKindIsNamedAsWhatItIs() {
        var answer = new WireReader().read(Fixtures.read("rest-error-40085.json"));
        assertThat(errors.rest(400, answer.text("code"), answer.text("msg").orElseThrow())).hasMessageStartingWith(
                "Bitget says that this is a unified account; Mirrorbook looks which kind it is and goes on. "
                        + "Bitget says: You are in Unified Account mode");
        assertThat(errors.rest(400, Optional.of("40084"), "")).hasMessageContaining("a classic account");
    }

    @Test
    void aKeyOfTheWrongEnvironmentIsToldWhereItBelongs() {
        assertThat(errors.rest(400, Optional.of("40099"), "")).hasMessageContaining("key for demo trading");
        assertThat(new VenueErrors(Environment.DEMO).rest(400, Optional.of("40099"), "")).hasMessageContaining("key for real trading");
    }

    @Test
    void aReasonThatRepeatsTheKeyIsNotRepeated() {
        assertThat(errors.rest(400, Optional.of("40006"), "Invalid ACCESS_KEY bg_0123456789abcdef0123456789abcdef\n")).hasMessage(
                "Bitget does not know this API key. Bitget says: Invalid ACCESS_KEY …");
    }
}
