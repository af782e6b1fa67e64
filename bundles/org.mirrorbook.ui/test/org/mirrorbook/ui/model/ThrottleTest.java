package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final HandWound time = new HandWound();
    private final List<Instant> runs = new ArrayList<>();
    private final Throttle throttle = new Throttle(PERIOD, time, time, () -> runs.add(time.instant()));

    @Test
    void theFirstSignalRunsAtOnce() {
        throttle.signal();
        time.passes(Duration.ZERO);

        assertThat(runs).hasSize(1);
    }

    @Test
    void aThousandSignalsInASecondGiveAtMostElevenRunsAHundredMillisecondsApart() {
        for (int i = 0; i < 1000; i++) {
            throttle.signal();
            time.passes(Duration.ofMillis(1));
        }
        time.passes(PERIOD);

        assertThat(runs).hasSizeBetween(10, 11);
        for (int i = 1; i < runs.size(); i++) {
            assertThat(Duration.between(runs.get(i - 1), runs.get(i))).isGreaterThanOrEqualTo(PERIOD);
        }
    }

    @Test
    void theLastSignalAlwaysRuns() {
        throttle.signal();
        time.passes(Duration.ofMillis(10));
        throttle.signal();
        time.passes(Duration.ofMillis(10));
        assertThat(runs).hasSize(1);

        time.passes(PERIOD);

        assertThat(runs).hasSize(2);
    }

    @Test
    void whatIsSignalledWhileTheWorkRunsRunsAgain() {
        var again = new ArrayList<Throttle>();
        var busy = new Throttle(PERIOD, time, time, () -> {
            runs.add(time.instant());
            if (runs.size() == 1) {
                again.getFirst().signal();
            }
        });
        again.add(busy);

        busy.signal();
        time.passes(Duration.ofMillis(300));

        assertThat(runs).hasSize(2);
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceTheView() {
        throttle.signal();
        time.passes(Duration.ZERO);

        time.isSetBack(Duration.ofHours(1));
        throttle.signal();
        time.passes(Duration.ZERO);

        assertThat(runs).hasSize(2);
    }

    /** A clock and a door that move by hand: work runs when its time has come. */
    private static final class HandWound extends Clock implements Throttle.Door {
        private Instant now = Instant.parse("2026-11-12T14:06:21Z");
        private final List<Due> waiting = new ArrayList<>();

        private record Due(Instant at, Runnable work) {
        }

        void passes(Duration time) {
            var end = now.plus(time);
            for (;;) {
                var next = waiting.stream().filter(due -> !due.at().isAfter(end)).min((a, b) -> a.at().compareTo(b.at()));
                if (next.isEmpty()) {
                    break;
                }
                waiting.remove(next.get());
                now = next.get().at().isAfter(now) ? next.get().at() : now;
                next.get().work().run();
            }
            now = end;
        }

        void isSetBack(Duration by) {
            now = now.minus(by);
        }

        @Override
        public void enter(Runnable work) {
            waiting.add(new Due(now, work));
        }

        @Override
        public void enterAfter(Duration delay, Runnable work) {
            waiting.add(new Due(now.plus(delay), work));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
