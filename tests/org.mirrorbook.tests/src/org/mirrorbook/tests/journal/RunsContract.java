package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.tests.journal.Lives.ACCOUNT;
import static org.mirrorbook.tests.journal.Lives.BEGINNING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.journal.ReconciliationRuns;

/** What every journal owes the history of comparisons. */
abstract class RunsContract extends ArchiveContract {

    private static final AccountId OTHER = new AccountId("a-other");
    private static final Step CORRECTED = new Step(BEGINNING.plusSeconds(5), Step.Kind.CORRECTED, "BTCUSDT", Side.LONG,
            Optional.of(BEGINNING.minusSeconds(60)), List.of("funding", "netPnl"));

    @Test
    void aRunIsKeptWithWhatWasDoneAfterIt() {
        var entered = new Step(BEGINNING, Step.Kind.ENTERED, "SUIUSDT", Side.SHORT, Optional.of(BEGINNING.minusSeconds(90)), List.of());
        var first = runs().add(run(ACCOUNT, BEGINNING, StartedBy.HAND, Optional.empty(), List.of(entered)));
        runs().add(run(OTHER, BEGINNING.plusSeconds(1), StartedBy.ROUND, Optional.of("The key was refused."), List.of()));
        assertThat(first.number()).isEqualTo(1);
        var open = new Step(BEGINNING.plusSeconds(6), Step.Kind.TAKEN_BACK, "ETHUSDT", Side.LONG, Optional.empty(), List.of());

        runs().note(ACCOUNT, List.of(CORRECTED));
        runs().note(ACCOUNT, List.of(open));
        runs().note(new AccountId("never compared"), List.of(open));
        restart();

        assertThat(runs().newest(Optional.empty(), 10)).containsExactly(
                run(OTHER, BEGINNING.plusSeconds(1), StartedBy.ROUND, Optional.of("The key was refused."), List.of()).numbered(1),
                run(ACCOUNT, BEGINNING, StartedBy.HAND, Optional.empty(), List.of(entered, CORRECTED, open)).numbered(1));
        assertThat(runs().newest(Optional.of(ACCOUNT), 10)).singleElement().satisfies(run -> {
            assertThat(run.account()).isEqualTo(ACCOUNT);
            // 2 with other figures, 3 that the journal lacks and 4 that the exchange lacks
            assertThat(run.differences()).isEqualTo(9);
        });
    }

    @Test
    void theOldestRunsOfAnAccountGoAndTheirStepsWithThem() {
        runs().add(run(ACCOUNT, BEGINNING, StartedBy.HAND, Optional.empty(), List.of(CORRECTED)));
        runs().add(run(OTHER, BEGINNING, StartedBy.HAND, Optional.empty(), List.of()));
        for (int i = 1; i <= ReconciliationRuns.KEPT; i++) {
            runs().add(run(ACCOUNT, BEGINNING.plusSeconds(i), StartedBy.ROUND, Optional.empty(), List.of()));
        }

        var kept = runs().newest(Optional.of(ACCOUNT), 5000);

        // 1001 were added
        assertThat(kept).hasSize(ReconciliationRuns.KEPT);
        assertThat(kept.getFirst().number()).isEqualTo(1001);
        assertThat(kept.getLast().number()).isEqualTo(2);
        assertThat(kept).allSatisfy(run -> assertThat(run.steps()).isEmpty());
        assertThat(runs().newest(Optional.of(OTHER), 5000)).hasSize(1);
        assertThat(runs().newest(Optional.empty(), 3)).extracting(ReconciliationRun::number).containsExactly(1001L, 1000L, 999L);
    }

    private ReconciliationRuns runs() {
        return journal().runs();
    }

    private static ReconciliationRun run(AccountId account, Instant at, StartedBy startedBy, Optional<String> failure, List<Step> steps) {
        return new ReconciliationRun(account, 0, at, startedBy, Optional.of(BEGINNING.minusSeconds(3600)), 20, 1, 2, 3, 4,
                Duration.ofMillis(840), failure, steps);
    }
}
