package org.mirrorbook.journal;

import org.mirrorbook.domain.position.AccountId;

/** Keeps the inputs that the journal rests on. Called on an account's lane only; blocking. Fails with a {@link JournalProblem}. */
public interface MessageLog {

    /**
     * Appends an input and returns its number within the account's log, counting from 1. Not durable before {@link #flush}.
     */
    long append(AccountId account, LaneInput input);

    /** Makes durable what was appended for this account. */
    void flush(AccountId account);

    /** Lets go of the account's open file; a later append opens it again. */
    void release(AccountId account);
}
