package org.mirrorbook.journal;

import java.time.Duration;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;

/**
 * Which running instance may write the trades of an account, where several share one journal. An embedded journal belongs to one instance
 * as a whole and grants everything. Blocking; thread-safe. Fails with a {@link JournalProblem}.
 */
public interface Ownership {

    /** How long a lease holds unless it is taken again. */
    Duration term();

    /**
     * Takes the account's lease, or prolongs it.
     *
     * @return nothing when this instance has it now; else who has it (machine and process id), as a word for the user
     */
    Optional<String> take(AccountId account);

    /** Gives the lease back, where this instance has it. */
    void release(AccountId account);
}
