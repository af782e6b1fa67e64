package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.exchange.ApiCredential;

class KeyInputTest {

    private static final String SECRET = "s3cr3t-value";

    private final StringWriter told = new StringWriter();

    @Test
    void aKeyArrivesAsJson() {
        var key = read("\uFEFF {\"apiKey\":\" bg_1 \",\"secret\":\"" + SECRET + "\",\"passphrase\":\"pä\",\"note\":1}\n");

        assertThat(key).isEqualTo(new ApiCredential("bg_1", SECRET, "pä"));
        assertThat(told.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
            ``;                                                      No key arrived
            ` `;                                                     No key arrived
            `{"apiKey":"a","secret":"s3cr3t-value"`;                 is no JSON.
            `s3cr3t-value`;                                          is no JSON.
            `{"apiKey":"a","secret":"s3cr3t-value","passphrase":"p"} {}`; is no JSON.
            `["s3cr3t-value"]`;                                      is no JSON object
            `"s3cr3t-value"`;                                        is no JSON object
            `{"secret":"s3cr3t-value","passphrase":"p"}`;            has no "apiKey"
            `{"apiKey":"a","passphrase":"s3cr3t-value"}`;            has no "secret"
            `{"apiKey":"a","secret":"s3cr3t-value"}`;                has no "passphrase"
            `{"apiKey":"a","secret":"s3cr3t-value","passphrase":1}`; has no "passphrase"
            `{"apiKey":" ","secret":"s3cr3t-value","passphrase":"p"}`; has no "apiKey"
            """)
    void whatIsNoWholeKeyIsToldInASentenceThatRepeatsNothingOfIt(String input, String sentence) {
        assertThatExceptionOfType(CommandProblem.class).isThrownBy(() -> read(input))
                .withMessageContaining(sentence)
                .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.FAILED))
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain(SECRET))
                .withNoCause();
    }

    @Test
    void aStreamWithoutEndIsNotReadToItsEnd() {
        assertThatExceptionOfType(CommandProblem.class).isThrownBy(() -> read("x".repeat(70_000))).withMessageContaining("too long");
    }

    @Test
    void aKeyIsNotTakenFromATerminalThatWouldShowIt() {
        assertThatExceptionOfType(CommandProblem.class)
                .isThrownBy(() -> read("{\"apiKey\":\"bg_1\",\"secret\":\"" + SECRET + "\",\"passphrase\":\"p\"}", true))
                .withMessageContaining("without redirecting its output").withMessageContaining("as JSON")
                .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.FAILED));
    }

    private ApiCredential read(String input) {
        return read(input, false);
    }

    private ApiCredential read(String input, boolean isTyped) {
        var streams = new Streams(new PrintWriter(told), new PrintWriter(told),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(), isTyped);
        return new KeyInput(streams).read();
    }
}
