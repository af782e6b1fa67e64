package org.mirrorbook.journal;

import java.util.List;

/**
 * The account rows. Only the account service writes them, the kinds that mirrors find out included. Blocking; thread-safe. Fails with a
 * {@link JournalProblem}.
 */
public interface Accounts {

    /** All of them, removed ones included, oldest first. */
    List<Account> all();

    /**
     * Inserts or replaces the row of this id.
     *
     * @throws JournalProblem {@link JournalProblem.Remedy#ASK_USER} when another account that is not removed has the label
     */
    void put(Account account);
}
