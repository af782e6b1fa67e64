package org.mirrorbook.mirror.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.mirror.simulation.Step.Part;

/**
 * Exchange, network, clock and crash under one seed, over the lane and the lifecycle as they are. {@code -Dmirrorbook.seeds=N} sets the
 * number of histories, {@code -Dmirrorbook.seed=S} has one of them tell what happened in it.
 */
@DisplayName("Whatever happens to network, process and disk, journal = books")
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("mirrorbook.seeds", 500);
    private static final Optional<Long> ONE = Optional.ofNullable(Long.getLong("mirrorbook.seed"));
    private static final int TRIES = 600;
    /** Thousands of failures are told there, all of them wanted. */
    private static final Logger LOG = Logger.getLogger("org.mirrorbook.mirror.lane");

    @BeforeAll
    static void silenceTheLog() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void restoreTheLog() {
        LOG.setLevel(null);
    }

    @Test
    void everyHistoryEndsWithTheBooksOfTheExchange() {
        if (ONE.isPresent()) {
            var scenario = Scenario.of(ONE.get());
            System.out.println("seed " + ONE.get() + ", " + scenario.setting());
            failure(scenario, System.out::println).ifPresent(found -> fail(scenario, found));
            return;
        }
        int deaths = 0;
        int ended = 0;
        var asked = new EnumMap<Part, Integer>(Part.class);
        var failing = new ArrayList<Long>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var scenario = Scenario.of(seed);
            var world = new World(scenario, null);
            try {
                world.run(scenario.steps());
                new Verdict(world).pass();
            } catch (AssertionError | RuntimeException found) {
                failing.add(seed);
                if (!Boolean.getBoolean("mirrorbook.all")) {
                    fail(scenario, found);
                }
                System.out.println(seed + " " + scenario.setting() + "\n   " + head(found));
            }
            deaths += world.deaths;
            ended += world.exchange.ended.size();
            world.journal.seen.forEach((part, times) -> asked.merge(part, times, Integer::sum));
        }
        assertThat(failing).as("failing seeds").isEmpty();
        assertThat(deaths).as("processes died").isGreaterThan(SEEDS);
        assertThat(ended).as("lives ended").isGreaterThan(SEEDS * 4);
        assertThat(asked.keySet()).as("all of the journal was used").containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void theSameSeedAlwaysTellsTheSame() {
        for (long seed = 0; seed < 5; seed++) {
            var once = new ArrayList<String>();
            var again = new ArrayList<String>();
            failure(Scenario.of(seed), once::add);
            failure(Scenario.of(seed), again::add);
            assertThat(again).isEqualTo(once).hasSizeGreaterThan(100);
        }
    }

    @Test
    void whatFailsIsShrunkToTheStepsThatItTakes() {
        var numbers = IntStream.range(0, 45).boxed().toList();
        // it takes two, far from each other
        assertThat(Shrinking.of(numbers, some -> some.contains(7) && some.contains(39), TRIES)).containsExactly(7, 39);
        // it takes none: the world itself is broken
        assertThat(Shrinking.of(numbers, some -> true, TRIES)).isEmpty();
    }

    private static Optional<Throwable> failure(Scenario scenario, Consumer<String> diary) {
        var world = new World(scenario, diary);
        try {
            world.run(scenario.steps());
            new Verdict(world).pass();
            return Optional.empty();
        } catch (AssertionError | RuntimeException found) {
            return Optional.of(found);
        }
    }

    private static void fail(Scenario scenario, Throwable found) {
        List<Step> few = Shrinking.of(scenario.steps(), some -> failure(scenario.with(some), null).isPresent(), TRIES);
        var words = failure(scenario.with(few), null).map(SimulationTest::head).orElse("");
        throw new AssertionError("seed " + scenario.seed() + ", " + scenario.setting() + ": " + head(found) + "\nShrunk to " + few.size()
                + " steps, which say: " + words + "\n" + few.stream().map(Step::toString).collect(Collectors.joining("\n")), found);
    }

    private static String head(Throwable found) {
        var words = found.toString();
        return words.length() < 900 ? words : words.substring(0, 900) + "…";
    }
}
