package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final String NOON = "Tue, 01 Sep 2026 12:00:00 GMT";

    @Test
    void secondsAreSeconds() {
        assertThat(RetryAfter.read(" 17 ", null)).contains(Duration.ofSeconds(17));
    }

    @Test
    void aDateCountsFromTheDateOfTheAnswer() {
        assertThat(RetryAfter.read("Tue, 01 Sep 2026 12:04:30 GMT", NOON)).contains(Duration.ofSeconds(270));
        assertThat(RetryAfter.read("Tue, 01 Sep 2026 11:00:00 GMT", NOON)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("Tue, 01 Sep 2026 12:04:30 GMT", null)).isEmpty();
    }

    @Test
    void aWishOfDaysIsNotBelievedAndNonsenseIsNoWish() {
        assertThat(RetryAfter.read("999999999999", null)).contains(Duration.ofHours(1));
        assertThat(RetryAfter.read("9".repeat(40), null)).isEmpty();
        assertThat(RetryAfter.read("soon", NOON)).isEmpty();
        assertThat(RetryAfter.read("-5", NOON)).isEmpty();
        assertThat(RetryAfter.read(null, NOON)).isEmpty();
    }
}
