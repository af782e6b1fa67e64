package org.mirrorbook.mirror;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.journal.Account;

/**
 * Adds, changes and removes accounts and makes the running mirrors follow. Truth is the account rows of the journal; the configurations are
 * their shadow. Blocking; for jobs and commands, never on the UI thread. Fails with an {@link AccountProblem}. An OSGi service.
 */
public interface AccountService {

    /** The accounts that are not removed, oldest first. */
    List<Account> accounts();

    /** Every account there ever was: trades of removed ones keep their label. */
    List<Account> everyAccount();

    /** The account of that label. */
    Optional<Account> find(String label);

    /**
     * Tries a key without keeping anything.
     *
     * @param credential absent only for the practice exchange inside this product
     */
    KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential);

    /**
     * Adds an account: keeps the key in the vault, then the row. A key that was removed before comes back as the account it was, under its
     * new label, so that its open trades go on.
     *
     * @param kind as the key's trial told it; empty when it was not tried
     */
    Account add(NewAccount wanted, Optional<ApiCredential> credential, String kind);

    /** Renames it, and replaces its key where one is given. Mirrors of it start again. */
    Account edit(AccountId account, String label, Optional<ApiCredential> credential);

    /** Sets the Live Mirror toggle and, while {@link #mirrorEnabled()} is in force, starts or stops its mirror at once. */
    Account setMirror(AccountId account, boolean on);

    /** Stops its mirror, forgets its key, and hides the row. Its trades stay in the journal. */
    void remove(AccountId account);

    /** From now on the enabled accounts are mirrored. In the workbench, and in {@code mirror} without names. */
    void mirrorEnabled();

    /** Mirrors exactly these, without touching their toggles. */
    void mirrorOnly(Set<AccountId> accounts);

    /** Stops all mirrors and returns when they are gone, or after the deadline of ten seconds. */
    void stopMirroring();
}
