package org.mirrorbook.exchange.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.bitget.rest.Kind;
import org.mirrorbook.exchange.link.Network;
import org.mirrorbook.exchange.link.RestReply;
import org.mirrorbook.exchange.link.RestRequest;
import org.mirrorbook.exchange.link.Socket;
import org.mirrorbook.exchange.link.SocketListener;

/** How often an account is tried whose entrance is not passed. */
class ArrivalTest {

    private final List<Duration> waits = new ArrayList<>();
    private final Deque<Runnable> timers = new ArrayDeque<>();
    private final List<Admission> arrived = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    /** With the largest waits that chance allows. */
    private final Arrival arrival = new Arrival("main", this::enter, arrived::add, new HeardSink(), new Timers(), Runnable::run,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> Math.nextDown(1.0));

    @Test
    void aVenueThatIsOutOfOrderForAMomentIsTriedAgainWithinEightSecondsHoweverOftenItFailed() {
        trouble = Optional.of("45001");
        arrival.start();
        failures(20);

        assertThat(waits).hasSize(21).allMatch(wait -> wait.compareTo(Duration.ofSeconds(8)) <= 0);
        trouble = Optional.empty();
        timers.remove().run();
        assertThat(arrived).hasSize(1);
    }

    @Test
    void aVenueThatIsNotReachedOrWantsFewerRequestsIsTriedMoreAndMoreRarely() {
        for (var code : List.of("UNREACHABLE", "429")) {
            waits.clear();
            trouble = Optional.of(code);
            arrival.start();
            failures(10);

            // 1 s × 2, doubled with each failure, and 30 s at most
            assertThat(waits.getLast()).as(code).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        }
    }

    private void failures(int count) {
        for (int i = 0; i < count; i++) {
            timers.remove().run();
        }
    }

    private Admission enter() {
        trouble.ifPresent(code -> {
            throw new VenueProblem(Remedy.RETRY, Optional.of(code), "Not now.");
        });
        return new Admission(Kind.CLASSIC, KeyRights.unknown());
    }

    /** Timers that wait for the story. */
    private final class Timers implements Network {

        @Override
        public Timer after(Duration delay, Runnable task) {
            waits.add(delay);
            timers.add(task);
            return () -> timers.remove(task);
        }

        @Override
        public RestReply send(RestRequest request) {
            throw new AssertionError("the story answers itself");
        }

        @Override
        public Socket connect(URI address, SocketListener listener) {
            throw new AssertionError("no socket is wanted here");
        }
    }
}
