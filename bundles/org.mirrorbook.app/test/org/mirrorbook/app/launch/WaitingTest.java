package org.mirrorbook.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mirrorbook.app.launch.Waiting.Answer;

/** A command that finds its home in use, against owners that are played here; time passes when the story says so. */
class WaitingTest {

    private final List<Duration> asked = new ArrayList<>();
    private long now = 17;
    private final Waiting waiting = new Waiting(Duration.ofSeconds(5), Duration.ofSeconds(30), () -> now,
            () -> pass(Duration.ofMillis(100)));

    /** An owner with whom something happens after a time. */
    private class Owner implements Waiting.Tries<String> {

        private final Duration freeAfter;
        private final Duration listensAfter;

        Owner(Duration freeAfter, Duration listensAfter) {
            this.freeAfter = freeAfter;
            this.listensAfter = listensAfter;
        }

        @Override
        public String take() throws LaunchProblem {
            if (now - 17 >= freeAfter.toNanos()) {
                return "the home";
            }
            throw new LaunchProblem(HomeFolder.IN_USE, "The journal is open in another instance.");
        }

        @Override
        public Answer ask(Duration patience) {
            asked.add(patience);
            if (now - 17 < listensAfter.toNanos()) {
                return Answer.NOBODY;
            }
            pass(patience);
            return Answer.SILENCE;
        }
    }

    @Test
    void anOwnerThatIsOnlyStartingIsWaitedForUntilItListens() {
        var served = new IllegalStateException("the owner runs the command");
        var owner = new Owner(Duration.ofHours(1), Duration.ofHours(1)) {
            @Override
            public Answer ask(Duration patience) {
                if (now - 17 >= Duration.ofSeconds(12).toNanos()) {
                    throw served;
                }
                return super.ask(patience);
            }
        };

        assertThat(catchThrowableOfType(IllegalStateException.class, () -> waiting.forHome(owner))).isSameAs(served);
        assertThat(asked).as("twelve seconds, ten times a second").hasSize(120).containsOnly(Duration.ofSeconds(5));
    }

    @Test
    void aHomeThatIsGivenBackIsTaken() throws Exception {
        assertThat(waiting.forHome(new Owner(Duration.ofSeconds(8), Duration.ofHours(1)))).isEqualTo("the home");
    }

    @Test
    void anOwnerThatListensAndIsSilentIsGivenUpAfterFiveSeconds() {
        var problem = catchThrowableOfType(LaunchProblem.class, () -> waiting.forHome(new Owner(Duration.ofHours(1), Duration.ZERO)));

        assertThat(problem.exitCode()).isEqualTo(HomeFolder.IN_USE);
        assertThat(problem).hasMessage("The journal is open in another instance. It does not answer.");
        assertThat(Duration.ofNanos(now - 17)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void anOwnerThatNeverListensIsGivenUpAfterHalfAMinute() {
        var problem = catchThrowableOfType(LaunchProblem.class,
                () -> waiting.forHome(new Owner(Duration.ofHours(1), Duration.ofHours(1))));

        assertThat(problem.exitCode()).isEqualTo(HomeFolder.IN_USE);
        assertThat(Duration.ofNanos(now - 17)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    @Test
    void anotherProblemIsNotWaitedFor() {
        var problem = catchThrowableOfType(LaunchProblem.class, () -> waiting.forHome(new Waiting.Tries<String>() {
            @Override
            public String take() throws LaunchProblem {
                throw new LaunchProblem(1, "The data folder cannot be written.");
            }

            @Override
            public Answer ask(Duration patience) {
                throw new AssertionError("there is no owner");
            }
        }));

        assertThat(problem).hasMessage("The data folder cannot be written.");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
