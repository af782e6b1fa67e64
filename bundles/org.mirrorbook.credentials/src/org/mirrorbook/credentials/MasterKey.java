package org.mirrorbook.credentials;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;

/**
 * The master password of this process: asked for when it is first needed, checked against the vault, and kept until the vault is closed.
 * Not thread-safe: the vault is.
 */
final class MasterKey {

    private static final String NODE = "master-password";
    private static final String CHECK = "check";
    /** No secret: it only shows that the password is the one the vault was made with. */
    private static final String KNOWN = "the password is right";

    private final VaultFile file;
    private final Supplier<List<MasterPassword>> answers;
    private Optional<PBEKeySpec> kept = Optional.empty();

    /** @param answers those who may know it, the one to ask first in front */
    MasterKey(VaultFile file, Supplier<List<MasterPassword>> answers) {
        this.file = file;
        this.answers = answers;
    }

    /**
     * The password.
     *
     * @param mayAskUser whether also those are asked who ask the user
     * @return empty when nobody knows it
     * @throws VaultProblem when it is not the one the vault was made with
     */
    Optional<PBEKeySpec> get(boolean mayAskUser) {
        if (kept.isEmpty()) {
            var made = isMade();
            kept = answers.get().stream().filter(answer -> mayAskUser || !answer.asksUser())
                    .flatMap(answer -> answer.ask(!made).stream()).findFirst().map(MasterKey::spec);
            try {
                kept.ifPresent(password -> check(password, made));
            } catch (VaultProblem e) {
                forget();
                throw e;
            }
        }
        return kept;
    }

    void forget() {
        kept.ifPresent(PBEKeySpec::clearPassword);
        kept = Optional.empty();
    }

    private boolean isMade() {
        var top = file.open(Optional.empty());
        return top.nodeExists(NODE) && Arrays.asList(top.node(NODE).keys()).contains(CHECK);
    }

    private void check(PBEKeySpec password, boolean made) {
        var top = file.open(Optional.of(password));
        try {
            if (!made) {
                put(top, password);
            }
            if (!KNOWN.equals(top.node(NODE).get(CHECK, null))) {
                throw wrong(null);
            }
        } catch (StorageException e) {
            throw wrong(e);
        }
    }

    private void put(ISecurePreferences top, PBEKeySpec password) throws StorageException {
        top.node(NODE).put(CHECK, KNOWN, true);
        if (!top.node(NODE).isEncrypted(CHECK)) {
            top.node(NODE).removeNode();
            throw new VaultProblem("The vault does not encrypt with a master password on this system; nothing was kept.");
        }
        file.flush(top);
    }

    private static VaultProblem wrong(StorageException cause) {
        return new VaultProblem("The master password is not the one this vault was made with. Nothing was changed.", cause);
    }

    private static PBEKeySpec spec(char[] password) {
        try {
            return new PBEKeySpec(password);
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
