package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;

import tools.jackson.databind.JsonNode;

/** The service as the product uses it: with a trader, a key of the user's and a memory. */
@Timeout(60)
class LiveExchangeTest {

    private static final ApiCredential MINE = new ApiCredential("my-key", "my-secret", "my-words");
    private static final String OPEN = "/api/v2/mix/position/all-position?productType=USDT-FUTURES";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-02T10:00:00Z"));
    private final PracticeVenueComponent venue = new PracticeVenueComponent(clock);

    @TempDir
    private Path folder;

    private PracticeExchange start() {
        Path memory = folder.resolve("practice.json");
        return venue.start(new PracticeSettings(0, 3, BigDecimal.ONE, 1, Optional.of(MINE), Optional.of(memory), true));
    }

    @Test
    void thePositionOfYesterdayIsStillThereToday() throws IOException, InterruptedException {
        JsonNode yesterday;
        try (PracticeExchange exchange = start(); TestRest rest = new TestRest(exchange.endpoint(), MINE, clock)) {
            assertThat(exchange.credentials()).containsExactly(MINE);
            yesterday = rest.get(OPEN);
            while (yesterday.isEmpty()) {
                clock.advance(Duration.ofMillis(500));
                yesterday = rest.get(OPEN);
            }
        }
        clock.advance(Duration.ofHours(12));
        try (PracticeExchange exchange = start(); TestRest rest = new TestRest(exchange.endpoint(), MINE, clock)) {
            JsonNode today = rest.get(OPEN);
            assertThat(today.path(0).path("symbol")).isEqualTo(yesterday.path(0).path("symbol"));
            assertThat(today.path(0).path("cTime")).isEqualTo(yesterday.path(0).path("cTime"));
            assertThat(today.path(0).path("openPriceAvg")).isEqualTo(yesterday.path(0).path("openPriceAvg"));
        }
    }

    @Test
    void whatWasNotClosedClosesWithTheComponent() {
        PracticeExchange exchange = start();
        venue.stop();
        TestRest rest = new TestRest(exchange.endpoint(), MINE, clock);
        try (rest) {
            assertThat(exchange.endpoint().getHost()).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> rest.get(OPEN)).isInstanceOf(IOException.class);
        }
        exchange.close();
    }
}
