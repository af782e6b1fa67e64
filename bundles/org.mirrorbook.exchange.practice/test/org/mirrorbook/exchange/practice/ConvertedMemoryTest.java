package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.exchange.PracticeSettings;

/** What kind an account is outlives the process, and does not ask what the settings say. */
@Timeout(60)
class ConvertedMemoryTest {

    private static final String UNIFIED_PROBE = "/api/v3/account/settings";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-02T10:00:00Z"));

    @TempDir
    private Path folder;

    private String probe(boolean convert) throws IOException, InterruptedException {
        PracticeSettings settings = new PracticeSettings(0, 42, BigDecimal.ONE, 1, Optional.empty(), Optional.of(memory()), false);
        RunningExchange exchange = new RunningExchange(settings, clock);
        try (TestRest rest = new TestRest(exchange.endpoint(), exchange.credentials().getFirst(), clock)) {
            if (convert) {
                rest.post("/practice/do", "{\"do\":\"convert\"}");
            }
            return rest.code("GET", UNIFIED_PROBE, "");
        } finally {
            exchange.close();
        }
    }

    private Path memory() {
        return folder.resolve("books.json");
    }

    @Test
    void aConvertedAccountIsStillUnifiedAfterARestart() throws IOException, InterruptedException {
        assertThat(probe(false)).isEqualTo("40084");
        assertThat(probe(true)).isEqualTo("00000");
        assertThat(probe(false)).isEqualTo("00000");
    }

    @Test
    void aMemoryOlderThanKindsIsThatOfAClassicAccount() throws IOException, InterruptedException {
        probe(false);
        String written = Files.readString(memory());
        assertThat(written).contains(",\"kind\":\"CLASSIC\"");
        Files.writeString(memory(), written.replace(",\"kind\":\"CLASSIC\"", ""));
        assertThat(probe(false)).isEqualTo("40084");
        assertThat(folder).isDirectoryNotContaining("glob:**broken*");
    }
}
