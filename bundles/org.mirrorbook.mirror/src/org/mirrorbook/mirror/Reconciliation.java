package org.mirrorbook.mirror;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;

/**
 * Compares the journal of an account with the venue's own books, life by life. Runs by itself after each connect and every five minutes
 * while an account is live; here it is asked for. An OSGi service. Every method returns at once; thread-safe.
 */
public interface Reconciliation {

    /**
     * Compares now. An account that is not mirrored is asked over a connection of its own for the time of the question. Lives that ended
     * since the account was first mirrored, and that the journal lacks or has without final figures, are entered or completed on the way,
     * mirrored or not; nothing else is changed.
     *
     * @param since from which close time on; absent for when the account was first mirrored, or as far back as the venue's history reaches,
     *        whichever is later
     * @return fails with a {@link org.mirrorbook.exchange.VenueProblem} or a {@link org.mirrorbook.journal.JournalProblem}
     */
    CompletionStage<Comparison> compare(AccountId account, Optional<Instant> since);

    /** The newest comparison of an account in the life of this process. */
    Optional<Comparison> last(AccountId account);

    /**
     * Puts these differences right, each as a logged correction, and compares again.
     *
     * @param differences of a comparison of this account
     */
    CompletionStage<Comparison> correct(AccountId account, List<Difference> differences);

    /**
     * Takes corrections back, each as a logged correction of its own, and compares again: a trade gets the figures that it had, one that
     * was withdrawn counts again, and one that was entered because the user wanted it is withdrawn. Differences of which {@link
     * Difference#isReversible()} says no are left as they are.
     *
     * @param corrected the differences as they were given to {@link #correct}
     * @return fails with a {@link org.mirrorbook.journal.JournalProblem} where a life would be entered again by the next comparison
     */
    CompletionStage<Comparison> takeBack(AccountId account, List<Difference> corrected);
}
