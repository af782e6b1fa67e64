package org.mirrorbook.exchange.bitget.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Damaged messages, by default 20,000; {@code -Dmirrorbook.mutations=1000000} for as many. Each is made of a fixture and a seed of its own,
 * which a failure names, so that one message can be looked at alone with {@code -Dmirrorbook.mutation=SEED}.
 */
class MutationsTest {

    private static final long SEED = 20_260_901;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** Of the thread: a busy machine makes nothing slower. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final Logger PRODUCT = Logger.getLogger("org.mirrorbook.exchange.bitget");

    private final List<Sample> samples = Sample.all();
    private final List<String> texts = samples.stream().map(Sample::text).toList();
    private final Reading reading = new Reading();

    @BeforeEach
    void quiet() {
        PRODUCT.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() {
        PRODUCT.setLevel(null);
    }

    @Test
    void everyFixtureIsReadAsNaivelyRead() {
        samples.forEach(sample -> reading.read(sample, sample.text()));
        // at least: 14 pushes, a ticker and 7 lists of classic accounts, 8 pushes read twice and 4 lists of unified ones
        assertThat(reading.taken).isGreaterThanOrEqualTo(14 + 1 + 7 + 16 + 4);
    }

    @Test
    void noDamagedMessageCrashesStallsOrChangesAFigureInSilence() {
        int mutations = Integer.getInteger("mirrorbook.mutations", 20_000);
        var only = Long.getLong("mirrorbook.mutation");
        long begun = System.nanoTime();
        for (int number = 0; number < mutations; number++) {
            long seed = only == null ? SEED + number : only;
            check(seed);
            if (only != null) {
                return;
            }
        }
        System.out.printf("%,d damaged messages in %,d ms: %,d readings taken, %,d refused, %,d answers%n", mutations,
                (System.nanoTime() - begun) / 1_000_000, reading.taken, reading.refused, reading.answers);
        // else the damage would be too small or too great to prove anything
        assertThat(reading.taken).isGreaterThan(mutations / 20);
        assertThat(reading.refused).isGreaterThan(mutations / 2);
    }

    private void check(long seed) {
        var sample = samples.get(new SplittableRandom(seed).nextInt(samples.size()));
        var text = new Mutator(seed * 31).mutate(sample.text(), texts);
        long begun = CPU.getCurrentThreadCpuTime();
        try {
            reading.read(sample, text);
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            throw new AssertionError("mutation " + seed + " of " + sample.folder() + "/" + sample.name() + ": " + failure + "\n"
                    + text.substring(0, Math.min(text.length(), 4000)), failure);
        }
        long took = CPU.getCurrentThreadCpuTime() - begun;
        if (took > LONGEST.toNanos()) {
            throw new AssertionError("mutation " + seed + " of " + sample.folder() + "/" + sample.name() + " took " + took + " ns");
        }
    }
}
