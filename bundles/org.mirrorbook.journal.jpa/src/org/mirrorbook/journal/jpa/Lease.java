package org.mirrorbook.journal.jpa;

import java.sql.SQLException;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Ownership;

/** Ownership that a commit can rely on. */
interface Lease extends Ownership {

    /**
     * Before a commit ends: that the account is still this instance's, and stays so until the transaction has ended.
     *
     * @throws org.mirrorbook.journal.JournalProblem when it was taken by another
     */
    void requireHeld(Pen pen, AccountId account) throws SQLException;
}
