package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What must hold whatever happens: each news in each phase, and long walks by chance. {@link LinkWorld} checks after each step. */
class LinkInvariantsTest {

    private static final Map<String, Consumer<LinkWorld>> ROADS = new LinkedHashMap<>();

    static {
        ROADS.put("idle", world -> { });
        ROADS.put("connecting", world -> world.hear(new LinkNews.Start()));
        ROADS.put("authenticating", road("connecting", world -> world.hear(new LinkNews.Opened(world.first()))));
        ROADS.put("subscribing", road("authenticating", world -> world.hear(new LinkNews.SignedIn(world.first()))));
        ROADS.put("between two acknowledgements", road("subscribing",
                world -> world.hear(new LinkNews.Acknowledged(world.first(), "fill"))));
        ROADS.put("aligning", road("between two acknowledgements",
                world -> world.hear(new LinkNews.Acknowledged(world.first(), "positions"))));
        ROADS.put("live", road("aligning", world -> world.hear(new LinkNews.Aligned(world.first(), "positions"))));
        ROADS.put("live with a heartbeat unanswered", road("live",
                world -> world.hear(new LinkNews.TimerFired(world.first(), LinkTimer.PING))));
        ROADS.put("backing off", road("live", world -> world.hear(new LinkNews.Lost(world.first(), LinkWorld.CUT))));
        ROADS.put("refused by the budget", road("connecting",
                world -> world.hear(new LinkNews.Refused(world.first(), Duration.ofMinutes(3), "Used up."))));
        ROADS.put("in need of attention", road("authenticating",
                world -> world.hear(new LinkNews.Lost(world.first(), LinkWorld.BAD_KEY))));
        ROADS.put("stopped", road("live", world -> world.hear(new LinkNews.Stop())));
        ROADS.put("second connecting", road("live", world -> world.hear(new LinkNews.TimerFired(world.first(), LinkTimer.RELAY))));
        ROADS.put("second authenticating", road("second connecting", world -> world.hear(new LinkNews.Opened(world.second()))));
        ROADS.put("second subscribing", road("second authenticating", world -> world.hear(new LinkNews.SignedIn(world.second()))));
        ROADS.put("second aligning", road("second subscribing", world -> {
            world.hear(new LinkNews.Acknowledged(world.second(), "fill"));
            world.hear(new LinkNews.Acknowledged(world.second(), "positions"));
        }));
        ROADS.put("comparing", road("second aligning", world -> world.hear(new LinkNews.Aligned(world.second(), "positions"))));
        ROADS.put("one of two answered", road("comparing", world -> world.hear(new LinkNews.Pong(world.second()))));
        ROADS.put("relieved", road("one of two answered", world -> world.hear(new LinkNews.Pong(world.first()))));
    }

    private static Consumer<LinkWorld> road(String before, Consumer<LinkWorld> last) {
        return ROADS.get(before).andThen(last);
    }

    /** All that can be told: of the first, the second, a bygone and an unheard-of connection, and of none. */
    private static List<LinkNews> news(LinkWorld world) {
        var all = new ArrayList<LinkNews>(List.of(new LinkNews.Start(), new LinkNews.Stop(), new LinkNews.Reconnect(),
                new LinkNews.Wanted(Set.of("positions")), new LinkNews.Wanted(Set.of("positions", "fill", "orders")),
                new LinkNews.Wanted(Set.of())));
        for (long connection : List.of(7L, world.first(), world.first() + 1, world.first() + 2)) {
            all.addAll(newsOf(connection));
        }
        // a timer that does not run cannot fire; RunningTimers sees to that
        world.timers.stream().sorted(Comparator.comparing(LinkWorld.Running::toString))
                .forEach(running -> all.add(new LinkNews.TimerFired(running.connection(), running.timer())));
        return all;
    }

    private static List<LinkNews> newsOf(long connection) {
        return List.of(new LinkNews.Opened(connection), new LinkNews.Lost(connection, LinkWorld.CUT),
                new LinkNews.Lost(connection, LinkWorld.BAD_KEY), new LinkNews.Lost(connection, LinkWorld.BAD_CLOCK),
                new LinkNews.SignedIn(connection), new LinkNews.Acknowledged(connection, "positions"),
                new LinkNews.Acknowledged(connection, "unheard of"), new LinkNews.Aligned(connection, "positions"),
                new LinkNews.Observed(connection), new LinkNews.Pong(connection),
                new LinkNews.Refused(connection, Duration.ofSeconds(9), "Used up."));
    }

    @TestFactory
    Stream<DynamicTest> noNewsBreaksALinkInAnyPhaseAndItHealsAfterwards() {
        return Stream.of(true, false).flatMap(signsIn -> ROADS.keySet().stream().map(phase ->
            dynamicTest(phase + (signsIn ? "" : ", without sign-in"), () -> {
                int all = news(at(phase, signsIn)).size();
                assertThat(all).isGreaterThan(40);
                for (int number = 0; number < all; number++) {
                    var world = at(phase, signsIn);
                    world.hear(news(world).get(number));
                    world.heal();
                    assertThat(world.phase()).isEqualTo(LinkPhase.LIVE);
                }
            })));
    }

    private static LinkWorld at(String phase, boolean signsIn) {
        var world = new LinkWorld(signsIn);
        ROADS.get(phase).accept(world);
        return world;
    }

    @Test
    void eachRoadLeadsWhereItSays() {
        assertThat(at("authenticating", true).phase()).isEqualTo(LinkPhase.AUTHENTICATING);
        assertThat(at("between two acknowledgements", true).phase()).isEqualTo(LinkPhase.SUBSCRIBING);
        assertThat(at("aligning", true).phase()).isEqualTo(LinkPhase.ALIGNING);
        assertThat(at("live", false).phase()).isEqualTo(LinkPhase.LIVE);
        assertThat(at("refused by the budget", true).phase()).isEqualTo(LinkPhase.BACKING_OFF);
        assertThat(at("in need of attention", true).phase()).isEqualTo(LinkPhase.NEEDS_ATTENTION);
        assertThat(at("second aligning", true).situation.overlap().orElseThrow().second().phase()).isEqualTo(LinkPhase.ALIGNING);
        assertThat(at("comparing", true).situation.overlap().orElseThrow().comparing()).isTrue();
        assertThat(at("relieved", true).first()).isEqualTo(102);
    }

    @Test
    void aLongWalkByChanceNeverGetsStuckAndOftenIsLiveOrRelieved() {
        int lives = 0;
        int relieved = 0;
        for (long seed = 0; seed < 60; seed++) {
            var chance = new Random(seed);
            var world = new LinkWorld(chance.nextBoolean());
            for (int step = 0; step < 700; step++) {
                world.hear(something(world, chance), chance.nextDouble());
                lives += world.phase() == LinkPhase.LIVE ? 1 : 0;
                relieved += world.commands.stream().anyMatch(LinkCommand.HandOver.class::isInstance) ? 1 : 0;
            }
            world.heal();
            assertThat(world.phase()).as("seed %d", seed).isEqualTo(LinkPhase.LIVE);
        }
        // 60 walks of 700 steps; a walk that never gets anywhere would prove nothing
        assertThat(lives).isGreaterThan(5_000);
        assertThat(relieved).isGreaterThan(50);
    }

    /** Mostly what a venue in order would say next, often a timer, now and then anything. */
    private static LinkNews something(LinkWorld world, Random chance) {
        int dice = chance.nextInt(100);
        if (dice < 12 && !world.timers.isEmpty()) {
            var running = world.timers.stream().sorted(Comparator.comparing(LinkWorld.Running::toString)).toList();
            var timer = running.get(chance.nextInt(running.size()));
            return new LinkNews.TimerFired(timer.connection(), timer.timer());
        }
        if (dice < 16) {
            var anything = news(world).stream().filter(news -> !(news instanceof LinkNews.TimerFired)).toList();
            return anything.get(chance.nextInt(anything.size()));
        }
        long connection = world.situation.overlap().isPresent() && chance.nextInt(3) > 0 ? world.second() : world.first();
        return switch (world.situation.of(connection).orElseThrow().phase()) {
            case IDLE -> new LinkNews.Start();
            case NEEDS_ATTENTION -> new LinkNews.Reconnect();
            case BACKING_OFF -> new LinkNews.TimerFired(connection, LinkTimer.RETRY);
            case CONNECTING -> new LinkNews.Opened(connection);
            case AUTHENTICATING -> new LinkNews.SignedIn(connection);
            case SUBSCRIBING -> new LinkNews.Acknowledged(connection, 
                    List.of("fill", "positions", "orders").get(chance.nextInt(3)));
            case ALIGNING -> new LinkNews.Aligned(connection, "positions");
            case LIVE -> chance.nextInt(4) == 0 ? new LinkNews.Observed(connection) : new LinkNews.Pong(connection);
        };
    }
}
