package org.mirrorbook.credentials;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;

/**
 * The key of one account within the vault. It lies in one of two places below the node of the account, and a value in the clear says in
 * which. A new key is written to the other place, so that the former one is there untouched until the new one is in the file: nobody who
 * fails half-way could write the former one again, for that takes the password it was encrypted with.
 */
final class KeptKey {

    private static final String PLACE = "place";
    private static final String ONE = "one";
    private static final String OTHER = "other";
    private static final String PROTECTION = "protection";
    private static final String API_KEY = "apiKey";
    private static final String SECRET = "secret";
    private static final String PASSPHRASE = "passphrase";

    private final ISecurePreferences accounts;
    private final String account;

    KeptKey(ISecurePreferences accounts, AccountId account) {
        this.accounts = accounts;
        this.account = account.value();
    }

    /** How it is protected. Takes no password. */
    Protection protection() throws StorageException {
        return Protection.of(place().get(PROTECTION, "")).orElseThrow(
                () -> new VaultProblem("The vault says nothing of how the key of this account is protected. Give the key once more."));
    }

    ApiCredential read() throws StorageException {
        var place = place();
        return new ApiCredential(value(place, API_KEY), value(place, SECRET), value(place, PASSPHRASE));
    }

    /** Begins to replace it, or to keep the first one. */
    Change prepare() {
        var existed = accounts.nodeExists(account);
        try {
            return new Change(accounts.node(account), existed, existed ? accounts.node(account).get(PLACE, "") : "");
        } catch (StorageException e) {
            throw new AssertionError("what is in the clear takes no password", e);
        }
    }

    private ISecurePreferences place() throws StorageException {
        var node = accounts.node(account);
        return node.node(node.get(PLACE, ONE));
    }

    private static String value(ISecurePreferences place, String name) throws StorageException {
        var value = place.get(name, null);
        if (value == null) {
            throw new VaultProblem("The vault holds only a part of the key of this account. Give it once more.");
        }
        return value;
    }

    /** A new key on its way into the vault. */
    static final class Change {

        private final ISecurePreferences node;
        private final boolean existed;
        private final String former;
        private final String next;

        private Change(ISecurePreferences node, boolean existed, String former) {
            this.node = node;
            this.existed = existed;
            this.former = former;
            this.next = former.equals(ONE) ? OTHER : ONE;
        }

        /** Writes it beside the former one, which still counts. */
        void write(Protection protection, ApiCredential credential) throws StorageException, NotEncrypted {
            var place = node.node(next);
            place.put(PROTECTION, protection.mark(), false);
            encrypt(place, API_KEY, credential.apiKey());
            encrypt(place, SECRET, credential.secret());
            encrypt(place, PASSPHRASE, credential.passphrase());
        }

        /** From now on the new one counts. */
        void takeEffect() {
            point(next);
        }

        /** As if nothing had been written: a later writing of the vault must not take it along. */
        void takeBack() {
            if (!existed) {
                node.removeNode();
                return;
            }
            node.node(next).removeNode();
            if (former.isEmpty()) {
                node.remove(PLACE);
            } else {
                point(former);
            }
        }

        void forgetFormer() {
            if (!former.isEmpty()) {
                node.node(former).removeNode();
            }
        }

        private void point(String place) {
            try {
                node.put(PLACE, place, false);
            } catch (StorageException e) {
                throw new AssertionError("what is in the clear takes no password", e);
            }
        }

        private static void encrypt(ISecurePreferences place, String name, String value) throws StorageException, NotEncrypted {
            place.put(name, value, true);
            if (!place.isEncrypted(name)) {
                throw new NotEncrypted();
            }
        }
    }
}
