package org.mirrorbook.journal;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;

/**
 * The history of comparisons with the exchanges' books. A backup carries it; an export does not, and no replay makes it. Blocking; for jobs
 * and threads of the mirror's own. Thread-safe. An OSGi service. Fails with a {@link JournalProblem}.
 */
public interface ReconciliationRuns {

    /** So many runs of an account are kept; the oldest go. */
    int KEPT = 1_000;

    /**
     * Adds a run.
     *
     * @param run its number is not looked at
     * @return the same with the number it got
     */
    ReconciliationRun add(ReconciliationRun run);

    /** Notes behind the newest run of the account what was done since; nothing where it has no run. */
    void note(AccountId account, List<ReconciliationRun.Step> steps);

    /**
     * The newest runs, newest first.
     *
     * @param account of this one; absent for all
     * @param limit how many at most
     */
    List<ReconciliationRun> newest(Optional<AccountId> account, int limit);
}
