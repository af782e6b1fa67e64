package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.link.ScriptedVenue.Mood;

/** The whole link over real sockets on loopback, against venues that cut and misbehave in every phase. */
@Timeout(120)
class LinkOverSocketsTest {

    /** Long enough for a busy machine to answer in, short enough to wait for what never comes. */
    private static final LinkTiming FAST = new LinkTiming(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2),
            Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(60), Duration.ofMillis(10), Duration.ofMillis(50),
            Duration.ofMillis(2), LinkTiming.usual().relay());

    /** What each misbehaviour is called in the status that it causes. */
    private static final Map<Mood, String> CODES = new EnumMap<>(Map.ofEntries(Map.entry(Mood.REFUSE_UPGRADE, "HTTP 503"),
            Map.entry(Mood.CUT_AFTER_OPEN, "CLOSED"), Map.entry(Mood.CUT_AT_LOGIN, "CLOSED"),
            Map.entry(Mood.SILENT_AT_LOGIN, "LOGIN_TIMEOUT"), Map.entry(Mood.DOUBT_CLOCK_AND_CLOSE, "30014"),
            Map.entry(Mood.CUT_BETWEEN_ACKS, "CLOSED"), Map.entry(Mood.ACK_HALF, "SUBSCRIBE_TIMEOUT"),
            Map.entry(Mood.NO_SNAPSHOT, "NO_SNAPSHOT"), Map.entry(Mood.CUT_WHEN_LIVE, "CLOSED"), Map.entry(Mood.CLOSE_WHEN_LIVE, "CLOSED"),
            Map.entry(Mood.NO_PONG, "NO_PONG"), Map.entry(Mood.BINARY_WHEN_LIVE, "NOT_TEXT"), Map.entry(Mood.HUGE_WHEN_LIVE, "TOO_LARGE"),
            Map.entry(Mood.GARBLED_WHEN_LIVE, "UNREADABLE"), Map.entry(Mood.BOOM_WHEN_LIVE, "UNREADABLE")));

    private static final Set<Mood> COUNTED = Set.of(Mood.BINARY_WHEN_LIVE, Mood.HUGE_WHEN_LIVE, Mood.GARBLED_WHEN_LIVE,
            Mood.BOOM_WHEN_LIVE);

    private final Queue<URI> addresses = new ArrayDeque<>();
    private final RecordingSink sink = new RecordingSink();
    private final AtomicBoolean happening = new AtomicBoolean(true);
    private JettyNetwork network;
    private ScriptedVenue venue;

    @BeforeEach
    void start() throws Exception {
        network = new JettyNetwork();
        venue = new ScriptedVenue();
    }

    @AfterEach
    void stop() throws Exception {
        network.stop();
        venue.close();
    }

    @TestFactory
    Stream<DynamicTest> whateverAVenueDoesInWhateverPhaseTheLinkSaysSoAndIsLiveAgain() {
        return CODES.entrySet().stream().map(entry -> dynamicTest(entry.getKey().name(), () -> {
            try (var other = new ScriptedVenue()) {
                var ear = new RecordingSink();
                var driver = driver(new ToyDialect(other.then(entry.getKey())::address), FAST, ear);
                driver.start();
                ear.await(entry.getKey() + " in the status", () -> ear.statuses.stream()
                        .anyMatch(status -> status.state() == LinkState.RECONNECTING && status.code().orElse("").equals(entry.getValue())));
                ear.await("a live link", () -> ear.last().state() == LinkState.LIVE);
                if (COUNTED.contains(entry.getKey())) {
                    assertThat(driver.health().unreadable()).isEqualTo(1);
                    assertThat(driver.health().lastUnreadable().orElseThrow().excerpt()).isNotBlank().doesNotContain("bg_0123456789abcdef")
                            .doesNotContain("125");
                }
                driver.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
                assertThat(ear.last().state()).isEqualTo(LinkState.OFF);
            }
        }));
    }

    @Test
    void aRejectedKeyStopsTheLinkAndNobodyKnocksAgainUntilTheUserAsks() throws Exception {
        var dialect = new ToyDialect(venue.then(Mood.REJECT_KEY_AND_CLOSE)::address);
        var driver = driver(dialect, FAST, sink);
        driver.start();
        sink.await(LinkState.NEEDS_ATTENTION);
        assertThat(sink.last().reason()).isEqualTo("Wrong secret.");
        assertThat(venue.connections).hasValue(1);
        driver.reconnect();
        sink.await(LinkState.LIVE);
        assertThat(venue.connections).hasValue(2);
    }

    @Test
    void aClockErrorComparesTheClocksOnceForEachTry() throws Exception {
        var dialect = new ToyDialect(venue.then(Mood.CUT_WHEN_LIVE, Mood.DOUBT_CLOCK_AND_CLOSE, Mood.DOUBT_CLOCK_AND_CLOSE)::address);
        driver(dialect, FAST, sink).start();
        sink.await("the second life", () -> sink.states().stream().filter(LinkState.LIVE::equals).count() == 2);
        // at first, then trusted, then doubted after each of two errors
        assertThat(dialect.signIns).containsExactly(true, false, true, true);
    }

    @Test
    void aPortThatRefusesAndOneThatNeverUpgradesAreTriedAgain() throws Exception {
        int free;
        try (var gone = new ServerSocket(0)) {
            free = gone.getLocalPort();
        }
        try (var deaf = new ServerSocket(0)) {
            addresses.add(URI.create("ws://127.0.0.1:" + free + "/ws"));
            addresses.add(URI.create("ws://127.0.0.1:" + deaf.getLocalPort() + "/ws"));
            driver(new ToyDialect(() -> addresses.isEmpty() ? venue.address() : addresses.peek()), FAST, sink).start();
            sink.await("a refused port", () -> sink.statuses.stream().anyMatch(status -> status.code().orElse("").equals("UNREACHABLE")));
            addresses.poll();
            sink.await("a deaf port", () -> sink.statuses.stream().anyMatch(status -> status.code().orElse("").equals("CONNECT_TIMEOUT")));
            addresses.poll();
            sink.await(LinkState.LIVE);
        }
    }

    @Test
    void aVenueThatCutsInEveryWayOneAfterTheOtherLeavesNoSocketBehind() throws Exception {
        var chance = new Random(11);
        var moods = List.of(Mood.REFUSE_UPGRADE, Mood.CUT_AFTER_OPEN, Mood.CUT_AT_LOGIN, Mood.CUT_BETWEEN_ACKS, Mood.CUT_WHEN_LIVE,
                Mood.CLOSE_WHEN_LIVE);
        for (int i = 0; i < 60; i++) {
            venue.then(moods.get(chance.nextInt(moods.size())));
        }
        var driver = driver(new ToyDialect(venue::address), FAST, sink);
        driver.start();
        sink.await("61 connections", () -> venue.connections.get() > 60 && sink.last().state() == LinkState.LIVE);
        int number = venue.happen();
        sink.await("what happens now", () -> sink.heard.contains("batch " + number));
        driver.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(network.openSockets()).isZero();
    }

    @Test
    void stopInAnyPhaseEndsTheSocket() throws Exception {
        for (var mood : List.of(Mood.SILENT_AT_LOGIN, Mood.ACK_HALF, Mood.NO_SNAPSHOT, Mood.WELL, Mood.CUT_AFTER_OPEN)) {
            var ear = new RecordingSink();
            var driver = driver(new ToyDialect(venue.then(mood)::address), LinkTiming.usual(), ear);
            int before = venue.connections.get();
            driver.start();
            ear.await("a beginning", () -> venue.connections.get() > before
                    && (mood != Mood.WELL || ear.states().contains(LinkState.LIVE)));
            driver.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
            assertThat(ear.last().state()).isEqualTo(LinkState.OFF);
            assertThat(network.openSockets()).as(mood.name()).isZero();
        }
    }

    @Test
    void aConnectionIsRelievedByAnotherWhileThingsHappenAndNothingIsMissed() throws Exception {
        var dialect = new ToyDialect(venue::address);
        var relay = new LinkTiming.Relay(Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(20));
        // pings of its own would only come between; this is about the relay
        var driver = driver(dialect, LinkTiming.usual().with(relay), sink);
        driver.start();
        sink.await(LinkState.LIVE);
        everyFewMoments(() -> venue.happen());
        sink.await("a fourth connection", () -> dialect.heardConnections.size() > 3);
        happening.set(false);
        int last = venue.happen();
        sink.await("event " + last, () -> sink.heard.contains("batch " + last));
        assertThat(sink.states()).containsExactly(LinkState.CONNECTING, LinkState.LIVE);
        var batches = sink.heard.stream().filter(text -> text.startsWith("batch")).toList();
        assertThat(batches).doesNotHaveDuplicates().hasSize(last);
        assertThat(driver.health().gaps()).isZero();
        driver.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(network.openSockets()).isZero();
    }

    private void everyFewMoments(Runnable event) {
        network.after(Duration.ofMillis(300), () -> {
            if (happening.get()) {
                event.run();
                everyFewMoments(event);
            }
        });
    }

    private LinkDriver driver(ToyDialect dialect, LinkTiming timing, RecordingSink ear) {
        return new LinkDriver("test", new LinkPlan(true, Set.of("p"), timing), Set.of("p", "q"), dialect, network, ear, Clock.systemUTC(),
                new Random(5)::nextDouble);
    }
}
