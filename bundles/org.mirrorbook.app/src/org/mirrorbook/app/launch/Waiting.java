package org.mirrorbook.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Waits for a home that another process has: until that one gives it back, or runs the command. It holds the home from its very start, and
 * listens only once its journal is open, so that one which does not listen yet is given more time than one which listens and is silent.
 *
 * @param silence how long an owner that listens may take until it answers
 * @param start how long an owner may take until it listens, or gives the home back
 * @param nanos a clock that only goes forward, in nanoseconds
 * @param rest waits for a moment
 */
record Waiting(Duration silence, Duration start, LongSupplier nanos, Runnable rest) {

    private static final Duration STEP = Duration.ofMillis(100);

    /** What is tried again and again. */
    interface Tries<T> {

        /** Takes the home; fails with {@link HomeFolder#IN_USE} while another process has it. */
        T take() throws LaunchProblem, IOException;

        /** Asks the owner; does not return where that one runs the command. */
        Answer ask(Duration patience);
    }

    /** What came of asking an owner. */
    enum Answer {
        /** Nobody listens. */
        NOBODY,
        /** Somebody listens and said nothing. */
        SILENCE
    }

    Waiting {
        requireNonNull(silence);
        requireNonNull(start);
        requireNonNull(nanos);
        requireNonNull(rest);
    }

    /** As long as it takes on a slow machine. */
    static Waiting usual() {
        return new Waiting(Duration.ofSeconds(5), Duration.ofSeconds(30), System::nanoTime, Waiting::sleep);
    }

    /**
     * The home, once it is free.
     *
     * @throws LaunchProblem also when the owner does not answer
     */
    <T> T forHome(Tries<T> tries) throws LaunchProblem, IOException {
        long begun = nanos.getAsLong();
        var silent = Duration.ZERO;
        while (true) {
            Optional<LaunchProblem> taken;
            try {
                return tries.take();
            } catch (LaunchProblem e) {
                if (e.exitCode() != HomeFolder.IN_USE) {
                    throw e;
                }
                taken = Optional.of(e);
            }
            long asked = nanos.getAsLong();
            if (silent.compareTo(silence) >= 0 || Duration.ofNanos(asked - begun).compareTo(start) >= 0) {
                throw new LaunchProblem(HomeFolder.IN_USE, taken.get().getMessage() + " It does not answer.", taken.get());
            }
            if (tries.ask(silence.minus(silent)) == Answer.SILENCE) {
                silent = silent.plusNanos(nanos.getAsLong() - asked);
            }
            rest.run();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the start", e);
        }
    }
}
