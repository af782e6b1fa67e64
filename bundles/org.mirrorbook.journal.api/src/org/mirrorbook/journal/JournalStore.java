package org.mirrorbook.journal;

import java.time.Instant;

import org.mirrorbook.domain.position.AccountId;

/** Where books are kept. One writer an account: its lane. Blocking; never called on a UI or socket thread. */
public interface JournalStore {

    /**
     * The book of an account as of its last commit; an empty one, mirrored from {@code now} on, when it has none yet (stored at once, so
     * that the beginning does not move).
     *
     * @throws JournalProblem when it cannot be read
     */
    StoredBook load(AccountId account, Instant now);

    /**
     * When the account was first mirrored, as its book says. May be asked by anybody at any time, also while its lane commits; the book
     * itself is for its lane alone.
     *
     * @param now when an account that has no book yet begins
     * @throws JournalProblem as {@link #load}
     */
    default Instant mirroredSince(AccountId account, Instant now) {
        return load(account, now).book().mirroredSince();
    }

    /**
     * Writes a batch in one transaction: change rows, trades with their executions, open positions, claimed records, revision.
     * All or nothing.
     *
     * @return the new revision, one more than the batch's
     * @throws JournalProblem {@link JournalProblem.Remedy#RETRY} when the cause may pass; {@link JournalProblem.Remedy#REPORT} when the
     *         book is not the newest any more or a figure does not fit its column
     */
    long commit(JournalBatch batch);
}
