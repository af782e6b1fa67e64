package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @Test
    void wordsStayAndFiguresAndKeysDoNot() {
        assertThat(Excerpt.of("{\"event\":\"error\",\"code\":30015,\"sign\":\"t0RPH0gO4ut6hHfJWZwKgtnL7XnVsa4AUenaIIbWCuc=\","
                + "\"size\":\"0.125\"}"))
                .isEqualTo("{\"event\":\"error\",\"code\":99999,\"sign\":\"…\",\"size\":\"9.999\"}");
    }

    /** A passphrase is chosen by a person, so it may be as short as a word. */
    @ParameterizedTest
    @ValueSource(strings = {
            "{\"op\":\"login\",\"args\":[{\"apiKey\":\"bg12\",\"passphrase\":\"swordfish\",\"timestamp\":\"1\",\"sign\":\"abc=\"}]}",
            "{\"op\":\"login\",\"args\":[{\"passphrase\":\"sword fish\",\"sign\":\"abc=\",\"apiKey\":\"bg12\"}]",
            "{\"msg\":\"{\\\"op\\\":\\\"login\\\",\\\"args\\\":[{\\\"passphrase\\\":\\\"swordfish\\\"}]}\"}",
            "ACCESS-KEY: bg12, ACCESS-PASSPHRASE: swordfish", "secret=swordfish", "passphrase swordfish, as was sent"})
    void ofASignInThatIsEchoedNothingIsShownBehindTheFirstSecret(String echo) {
        assertThat(Excerpt.of(echo)).doesNotContain("sword").doesNotContain("fish").doesNotContain("bg").doesNotContain("abc");
    }

    @Test
    void itIsOneShortLine() {
        assertThat(Excerpt.of("a\nb\u0000c".repeat(1000))).hasSize(120).doesNotContain("\n").endsWith("…");
    }

    @Test
    void aKeyAtTheEndOfWhatIsKeptIsNotHalfShown() {
        var key = "bg0123456789abcdefbg0123456789abcdef";
        for (int before = 100; before < 500; before++) {
            assertThat(Excerpt.of(". ".repeat(before / 2) + key)).doesNotContain("abcdef").doesNotContain("bg9");
        }
    }

    @Test
    void aKeyThatIsCutWhereReadingStopsIsNotShownEither() {
        // what comes before is shortened to little, so that all that was read is shown
        var text = "k".repeat(473) + " " + "bg01ab" + "23456789abcdef";
        assertThat(Excerpt.of(text)).isEqualTo("… …");
    }

    @Test
    void theExcerptOfAnExcerptIsTheSame() {
        var once = Excerpt.of("position 1234 ".repeat(50) + "KEYKEYKEYKEYKEYKEY");
        assertThat(Excerpt.of(once)).isEqualTo(once);
    }

    @Test
    void nothingIsNothing() {
        assertThat(Excerpt.of("")).isEmpty();
    }
}
