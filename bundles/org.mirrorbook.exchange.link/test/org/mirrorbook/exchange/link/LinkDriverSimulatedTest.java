package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationBatch;

/** Days and storms of many links, in simulated time. */
class LinkDriverSimulatedTest {

    private final SimulatedNetwork network = new SimulatedNetwork();
    private final ToyVenue venue = new ToyVenue(network);
    private final Random chance = new Random(3);

    @Test
    void aMonthWithoutAGapAlthoughTheVenueCutsEveryDay() {
        var sink = new RecordingSink();
        var driver = driver("month", sink, ConnectBudget.unlimited());
        driver.start();
        for (var end = network.now().plus(Duration.ofDays(30)); network.now().isBefore(end);) {
            for (int i = chance.nextInt(6); i > 0; i--) {
                network.pass(Duration.ofMillis(chance.nextInt(600_000)));
                venue.happen();
            }
            network.pass(Duration.ofMinutes(10));
        }
        assertThat(sink.states()).containsExactly(LinkState.CONNECTING, LinkState.LIVE);
        assertThat(driver.health().gaps()).isZero();
        // 720 h in turns of 22:30 h to 23:30 h
        assertThat(network.lines.size()).as("relieved once a day").isBetween(31, 33);
        assertThat(network.lines.stream().filter(line -> !line.gone)).hasSize(1);
        everyEventWasHeardOnceAndInOrder(sink);
    }

    @Test
    void whileTheVenueIsBusyTheHandOverWaitsForAQuietMomentAndLosesNothing() {
        // a connection's way may be short or long, so that the two hear the same at different times
        venue.mood = line -> {
            line.delay = Duration.ofMillis(1 + chance.nextInt(250));
            venue.serve(line);
        };
        var often = LinkTiming.usual().with(new LinkTiming.Relay(Duration.ofMinutes(4), Duration.ofMinutes(1), Duration.ofMinutes(1),
                Duration.ofMinutes(2)));
        var sink = new RecordingSink();
        new LinkDriver("busy", new LinkPlan(false, Set.of("p"), often), Set.of("p"), new ToyDialect(), network, sink, network.clock(),
                chance::nextDouble).start();
        network.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 100_000; i++) {
            network.pass(Duration.ofMillis(chance.nextInt(1_000)));
            venue.happen();
        }
        network.pass(Duration.ofSeconds(5));
        assertThat(sink.states()).containsExactly(LinkState.CONNECTING, LinkState.LIVE);
        // about 50,000 s, in turns of 5 to 7 min
        assertThat(network.lines).hasSizeGreaterThan(100);
        everyEventWasHeardOnceAndInOrder(sink);
    }

    @Test
    void aVenueThatIsNeverQuietEndsInAnOrdinaryCutThatIsNotHidden() {
        var sink = new RecordingSink();
        var driver = driver("restless", sink, ConnectBudget.unlimited());
        driver.start();
        network.pass(Duration.ofMinutes(22 * 60 + 29));
        for (var end = network.now().plus(Duration.ofMinutes(95)); network.now().isBefore(end);) {
            network.pass(Duration.ofMillis(30));
            venue.happen();
        }
        assertThat(sink.states()).contains(LinkState.RECONNECTING).endsWith(LinkState.LIVE);
        assertThat(driver.health().gaps()).isEqualTo(1);
        // second ones that came to nothing: the shortest time between two is 5 min, in less than 90 min
        assertThat(network.lines.size()).isBetween(3, 2 + 90 / 5);
    }

    @Test
    void aReleaseWindowOfCutsStaysWithinTheBudgetAndEveryLinkIsLiveInTheEnd() {
        var budget = new ConnectBudget(300, Duration.ofMinutes(5), 100, network.clock());
        var sinks = new ArrayList<RecordingSink>();
        var drivers = new ArrayList<LinkDriver>();
        for (int i = 0; i < 90; i++) {
            sinks.add(new RecordingSink());
            drivers.add(driver("account " + i, sinks.get(i), budget));
        }
        // accepted and cut at once; cut after some seconds, with or without an answer; never opened
        List<Consumer<SimulatedNetwork.Line>> moods = List.of(line -> {
            line.open();
            line.cut();
        }, line -> {
            venue.serve(line);
            network.after(Duration.ofMillis(chance.nextInt(8_000)), line::cut);
        }, SimulatedNetwork.Line::cut, line -> { }, SimulatedNetwork.Line::open);
        venue.mood = line -> moods.get(chance.nextInt(moods.size())).accept(line);
        drivers.forEach(LinkDriver::start);
        network.pass(Duration.ofHours(1));
        int duringTheStorm = network.lines.size();
        assertThat(duringTheStorm).as("the storm was one").isGreaterThan(1_500);

        venue.mood = null;
        venue.cutAll();
        network.pass(Duration.ofMinutes(12));
        assertThat(sinks).allSatisfy(sink -> assertThat(sink.last().state()).isEqualTo(LinkState.LIVE));
        neverMoreThan(300, Duration.ofMinutes(5));
        for (var sink : sinks) {
            assertThat(sink.statuses).filteredOn(status -> status.state() == LinkState.RECONNECTING).allSatisfy(status ->
                assertThat(Duration.between(status.since(), status.retryAt().orElseThrow()))
                        .isBetween(Duration.ofSeconds(1), status.code().filter("CONNECT_BUDGET"::equals).isPresent()
                                ? Duration.ofSeconds(302) : Duration.ofSeconds(30)));
        }
        assertThat(sinks.stream().flatMap(sink -> sink.statuses.stream()).map(LinkStatus::code).filter(code ->
            code.filter("CONNECT_BUDGET"::equals).isPresent())).as("the budget said no, and it was shown").isNotEmpty();
    }

    @Test
    void moreThanTheQueueTakesIsNeverASilentGap() {
        var sink = new NarrowSink();
        var driver = driver("narrow", sink, ConnectBudget.unlimited());
        driver.start();
        for (int burst = 0; burst < 40; burst++) {
            for (int i = chance.nextInt(60); i >= 0; i--) {
                network.pass(Duration.ofMillis(chance.nextInt(15)));
                venue.happen();
                if (chance.nextInt(4) == 0) {
                    sink.queue.poll();
                }
            }
            sink.queue.clear();
            network.pass(Duration.ofSeconds(40));
        }
        assertThat(sink.refused).as("there was more than it could take").isGreaterThan(10);
        assertThat(sink.last().state()).isEqualTo(LinkState.LIVE);
        assertThat(driver.health().gaps()).isPositive();
        // each number follows the one before, unless a loss was told since and a snapshot of at least that number came
        int last = 0;
        boolean lost = false;
        for (var heard : sink.heard) {
            if (heard.equals("RECONNECTING")) {
                lost = true;
            } else if (heard.startsWith("snapshot")) {
                last = number(heard);
                lost = false;
            } else if (heard.startsWith("batch")) {
                assertThat(lost).isFalse();
                assertThat(number(heard)).isEqualTo(last + 1);
                last++;
            }
        }
        assertThat(last).isEqualTo(venue.happened);
    }

    @Test
    void aBurstOfSubscriptionsIsSpreadBelowTenMessagesASecondAndTheHeartbeatIsInTimeAllTheSame() {
        var driver = driver("wordy", new RecordingSink(), ConnectBudget.unlimited());
        driver.start();
        network.pass(Duration.ofSeconds(10));
        var topics = new HashSet<String>();
        for (int i = 0; i < 400; i++) {
            topics.add("t" + i);
        }
        driver.want(topics);
        network.pass(Duration.ofMinutes(2));
        var sent = network.lines.get(0).sent;
        assertThat(sent).extracting(SimulatedNetwork.Said::text).contains("subscribe t0", "subscribe t399").hasSizeGreaterThan(402);
        for (int i = 10; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 10).at(), sent.get(i).at())).isGreaterThan(Duration.ofSeconds(1));
        }
        // opened after 40 ms; 400 messages take 50 s, and the pings at 20, 40 and 60 s do not wait for them
        var pings = sent.stream().filter(said -> said.text().equals("ping")).map(SimulatedNetwork.Said::at).toList();
        for (int i = 0; i < 3; i++) {
            assertThat(Duration.between(LinkWorld.NOON.plusSeconds(20 * (i + 1)).plusMillis(40), pings.get(i)))
                    .isBetween(Duration.ZERO, LinkTiming.usual().messageGap());
        }
    }

    private LinkDriver driver(String name, RecordingSink sink, ConnectBudget budget) {
        return new LinkDriver(name, new LinkPlan(false, Set.of("p"), LinkTiming.usual()), Set.of("p"), new ToyDialect(), network, budget,
                sink, network.clock(), chance::nextDouble);
    }

    private void neverMoreThan(int connects, Duration window) {
        var begun = network.lines.stream().map(line -> line.begun).toList();
        for (int i = connects; i < begun.size(); i++) {
            Instant earlier = begun.get(i - connects);
            assertThat(Duration.between(earlier, begun.get(i))).as("connection %d", i).isGreaterThanOrEqualTo(window);
        }
    }

    private void everyEventWasHeardOnceAndInOrder(RecordingSink sink) {
        var batches = sink.heard.stream().filter(text -> text.startsWith("batch")).map(LinkDriverSimulatedTest::number).toList();
        assertThat(batches).hasSize(venue.happened);
        for (int i = 0; i < batches.size(); i++) {
            assertThat(batches.get(i)).isEqualTo(i + 1);
        }
        int last = 0;
        for (var heard : sink.heard) {
            if (heard.startsWith("batch")) {
                last = number(heard);
            } else if (heard.startsWith("snapshot")) {
                assertThat(number(heard)).as("a snapshot that is older than what was heard").isEqualTo(last);
            }
        }
    }

    private static int number(String heard) {
        return Integer.parseInt(heard.split(" ")[1]);
    }

    /** A lane whose queue takes 16 batches. */
    private static final class NarrowSink extends RecordingSink {
        private final Queue<ObservationBatch> queue = new ArrayDeque<>();
        private int refused;

        @Override
        public synchronized boolean accept(ObservationBatch batch) {
            if (queue.size() == 16) {
                refused++;
                return false;
            }
            queue.add(batch);
            return super.accept(batch);
        }
    }
}
