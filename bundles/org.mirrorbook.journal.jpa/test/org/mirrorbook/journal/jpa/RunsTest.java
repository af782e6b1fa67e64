package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;

/** The history of comparisons over the end of a process. */
class RunsTest {

    private static final AccountId MAIN = new AccountId("a-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000001Z");

    @TempDir
    Path home;

    @Test
    void runsAndWhatWasDoneAfterThemAreThereAgainAndTheNumbersGoOn() throws Exception {
        var corrected = new Step(NOON.plusSeconds(9), Step.Kind.CORRECTED, "BTCUSDT", Side.SHORT, Optional.of(NOON), List.of("funding"));
        try (var journal = Journal.open(home, Editions.TEST)) {
            journal.runs().add(run(NOON, List.of()));
            journal.runs().add(run(NOON.plusSeconds(300), List.of()));
            journal.runs().note(MAIN, List.of(corrected));
        }

        try (var journal = Journal.open(home, Editions.TEST)) {
            assertThat(journal.runs().add(run(NOON.plusSeconds(600), List.of())).number()).isEqualTo(3);
            assertThat(journal.runs().newest(Optional.of(MAIN), 9)).containsExactly(run(NOON.plusSeconds(600), List.of()).numbered(3),
                    run(NOON.plusSeconds(300), List.of(corrected)).numbered(2), run(NOON, List.of()).numbered(1));
        }
    }

    private static ReconciliationRun run(Instant at, List<Step> steps) {
        return new ReconciliationRun(MAIN, 0, at, StartedBy.ROUND, Optional.of(NOON.minusSeconds(60)), 5, 1, 1, 0, 0,
                Duration.ofMillis(12), Optional.empty(), steps);
    }
}
