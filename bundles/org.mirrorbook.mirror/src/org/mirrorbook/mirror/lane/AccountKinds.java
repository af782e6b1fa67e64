package org.mirrorbook.mirror.lane;

import org.mirrorbook.domain.position.AccountId;

/** The kinds of accounts as the journal knows them. Blocking; thread-safe. Fails with a {@link org.mirrorbook.journal.JournalProblem}. */
public interface AccountKinds {

    /** The kind as the venue told it; empty while not known. */
    String kind(AccountId account);

    /** From now on this is its kind. */
    void become(AccountId account, String kind);
}
