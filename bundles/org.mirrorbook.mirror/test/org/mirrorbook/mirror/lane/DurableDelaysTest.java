package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** The delay that 99 of 100 pushes did not exceed. */
class DurableDelaysTest {

    private final DurableDelays delays = new DurableDelays();

    @Test
    void ofOneHundredTheSlowestIsLeftOut() {
        for (int millis = 1; millis <= 100; millis++) {
            delays.note(Duration.ofMillis(millis));
        }
        // 99 of the 100 took 99 ms or less
        assertThat(delays.p99()).contains(Duration.ofMillis(99));
    }

    @Test
    void ofFewTheSlowestCounts() {
        delays.note(Duration.ofMillis(5));
        delays.note(Duration.ofMillis(40));
        // without the slowest it would be one of two
        assertThat(delays.p99()).contains(Duration.ofMillis(40));
    }

    @Test
    void onlyTheNewestAreKept() {
        delays.note(Duration.ofSeconds(9));
        for (int i = 0; i < DurableDelays.KEPT; i++) {
            delays.note(Duration.ofMillis(3));
        }
        assertThat(delays.samples()).isEqualTo(DurableDelays.KEPT);
        assertThat(delays.p99()).contains(Duration.ofMillis(3));
    }

    @Test
    void aClockThatWasSetBackMakesNoDelayBelowZero() {
        delays.note(Duration.ofMillis(-20));
        assertThat(delays.p99()).contains(Duration.ZERO);
    }
}
