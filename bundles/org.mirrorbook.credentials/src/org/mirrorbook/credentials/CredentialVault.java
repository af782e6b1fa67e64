package org.mirrorbook.credentials;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;

/**
 * Keeps the credentials of the accounts, encrypted. An OSGi service. Blocking: a locked keyring may hold the caller; never on the UI
 * thread. Fails with a {@link VaultProblem}.
 */
public interface CredentialVault {

    /** Keeps a credential, replacing a former one. Refuses when it would be stored in the clear. Durable on return. */
    void put(AccountId account, ApiCredential credential);

    /** The credential of an account. */
    ApiCredential get(AccountId account);

    /** Whether a credential of that account is kept, readable or not. Asks nobody for a password. */
    boolean holds(AccountId account);

    /** Forgets it, if there is one. Durable on return. */
    void remove(AccountId account);
}
