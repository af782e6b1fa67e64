package org.mirrorbook.mirror;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.RiskUnit;
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

    /**
     * The accounts that are not removed, as they were when the journal was last asked in this run; also where it cannot be asked now.
     * Returns at once.
     */
    List<Account> known();

    /** The account of that label. */
    Optional<Account> find(String label);

    /**
     * Tries a key without keeping anything. What the key may do is judged by {@link org.mirrorbook.exchange.KeyGate}: the step
     * {@link KeyTrial#RIGHTS} says what came of that, and its problem is the refusal of a key that is not taken.
     *
     * @param credential absent only for the practice exchange inside this product
     */
    KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential);

    /**
     * The same, telling each step as soon as it ended. What the gate says of the key's rights is in the result only.
     *
     * @param told is called on the calling thread
     */
    default KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential, Consumer<KeyTrial.Step> told) {
        var trial = tryKey(wanted, credential);
        trial.steps().forEach(told);
        return trial;
    }

    /** Tries the key that is kept for an account, with the user's agreement as it is kept; nothing is changed by it. */
    KeyTrial check(AccountId account);

    /**
     * The same, telling each step as soon as it ended.
     *
     * @param told is called on the calling thread
     */
    default KeyTrial check(AccountId account, Consumer<KeyTrial.Step> told) {
        var trial = check(account);
        trial.steps().forEach(told);
        return trial;
    }

    /**
     * Adds an account: keeps the key in the vault, then the row. A key that was removed before comes back as the account it was, under its
     * new label, so that its open trades go on.
     *
     * <p>Where several homes share a journal, the key of an account that another one added is put into this home's vault, and the account
     * is returned as it is: the label has to be its own, and what else is wanted changes nothing. With the key in the vault it is refused.
     *
     * <p>A key that the gate refuses is not kept. It is judged by its last trial in this run; one that was not tried is tried first, which
     * may take some seconds, unless the kind is empty: then it is added untried, and judged when its mirror comes to the venue.
     *
     * @param kind as the key's trial told it; empty when it was not tried
     */
    Account add(NewAccount wanted, Optional<ApiCredential> credential, String kind);

    /**
     * Whether this home's vault lacks the key by which the journal knows the account, since another home that shares the journal added it
     * or replaced its key. May ask for the vault's password.
     */
    boolean awaitsKey(AccountId account);

    /**
     * Renames it, replaces its key where one is given, and keeps whether the user agrees to a key that can trade. Mirrors of it start
     * again. A new key is judged as by {@link #add}; where the venue cannot be asked it is kept, and judged when the mirror starts.
     */
    Account edit(AccountId account, String label, Optional<ApiCredential> credential, boolean acceptsTradingKey);

    /** Renames it, and replaces its key where one is given; what the user agreed to stays. */
    default Account edit(AccountId account, String label, Optional<ApiCredential> credential) {
        boolean accepts = accounts().stream().filter(one -> one.id().equals(account)).anyMatch(Account::acceptsTradingKey);
        return edit(account, label, credential, accepts);
    }

    /** Sets the Live Mirror toggle and, while {@link #mirrorEnabled()} is in force, starts or stops its mirror at once. */
    Account setMirror(AccountId account, boolean on);

    /**
     * Says what 1R is in this account from now on; a running mirror hears of it and goes on.
     *
     * @param unit absent for nothing
     */
    Account setRiskUnit(AccountId account, Optional<RiskUnit> unit);

    /** Stops its mirror, forgets its key, and hides the row. Its trades stay in the journal. */
    void remove(AccountId account);

    /** From now on the enabled accounts are mirrored. In the workbench, and in {@code mirror} without names. */
    void mirrorEnabled();

    /** Mirrors exactly these, without touching their toggles. */
    void mirrorOnly(Set<AccountId> accounts);

    /** Stops all mirrors and returns when they are gone, or after the deadline of ten seconds. */
    void stopMirroring();
}
