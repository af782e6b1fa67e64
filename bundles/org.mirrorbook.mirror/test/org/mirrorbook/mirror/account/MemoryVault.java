package org.mirrorbook.mirror.account;

import java.util.HashMap;
import java.util.Map;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;

/** A vault in memory. */
final class MemoryVault implements CredentialVault {

    final Map<AccountId, ApiCredential> keys = new HashMap<>();

    @Override
    public void put(AccountId account, ApiCredential credential) {
        keys.put(account, credential);
    }

    @Override
    public ApiCredential get(AccountId account) {
        if (!keys.containsKey(account)) {
            throw new VaultProblem("There is no key of this account.");
        }
        return keys.get(account);
    }

    @Override
    public boolean holds(AccountId account) {
        return keys.containsKey(account);
    }

    @Override
    public void remove(AccountId account) {
        keys.remove(account);
    }
}
