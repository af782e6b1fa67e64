package org.mirrorbook.credentials;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.runtime.Home;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The vault over Equinox secure storage, in the file {@code vault} of the home. A master password that is known without asking anybody
 * comes first, then the system's keyring, then one that the user says. Secure storage writes clear text where it finds no way to encrypt,
 * and says nothing; so each value is looked at before the file is written, and refused.
 */
@Component
public final class SecureVault implements CredentialVault {

    private static final String ACCOUNTS = "accounts";
    private static final String NO_WAY = "Your key was not kept: this system has no keyring that Mirrorbook can use, and no master"
            + " password was given."
            + " Give one with --password-file FILE or in the environment as MIRRORBOOK_PASSWORD_FILE, or unlock a system keyring.";

    /** By service ranking, lowest first, as DS sorts it. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MasterPassword> passwords = List.of();

    private final Logger log = System.getLogger("org.mirrorbook.credentials");
    private final VaultFile file;
    private final MasterKey key;

    @Activate
    public SecureVault(@Reference Home home) {
        this.file = new VaultFile(home.folder().resolve("vault"));
        this.key = new MasterKey(file, this::askedInOrder);
    }

    @Deactivate
    synchronized void close() {
        key.forget();
    }

    @Override
    public synchronized void put(AccountId account, ApiCredential credential) {
        var protection = protectionOfNew();
        var top = open(protection);
        var kept = new KeptKey(top.node(ACCOUNTS), account);
        var change = kept.prepare();
        try {
            try {
                change.write(protection, credential);
            } catch (StorageException | NotEncrypted e) {
                throw new VaultProblem(NO_WAY, e);
            }
            change.takeEffect();
            file.flush(top);
        } catch (RuntimeException e) {
            change.takeBack();
            throw e;
        }
        change.forgetFormer();
        flushLeftovers(top);
    }

    /** The new key is in the file: what is left of the former one there goes with this writing or with the next. */
    private void flushLeftovers(ISecurePreferences top) {
        try {
            file.flush(top);
        } catch (VaultProblem e) {
            log.log(Level.WARNING, "A key that was replaced is still in the vault, encrypted; it goes when the vault is next written.", e);
        }
    }

    @Override
    public synchronized ApiCredential get(AccountId account) {
        var top = file.open(Optional.empty());
        if (!has(top, account)) {
            throw new VaultProblem("The vault holds no key for this account. Give it once more.");
        }
        try {
            var protection = new KeptKey(top.node(ACCOUNTS), account).protection();
            return new KeptKey(open(protection).node(ACCOUNTS), account).read();
        } catch (StorageException e) {
            throw new VaultProblem("The key of this account cannot be read from the vault: the system keyring that protects it is not"
                    + " there, or is"
                    + " another one. Unlock it, or give the key once more.", e);
        }
    }

    @Override
    public synchronized boolean holds(AccountId account) {
        return has(file.open(Optional.empty()), account);
    }

    private static boolean has(ISecurePreferences top, AccountId account) {
        return top.nodeExists(ACCOUNTS) && top.node(ACCOUNTS).nodeExists(account.value());
    }

    @Override
    public synchronized void remove(AccountId account) {
        var top = file.open(Optional.empty());
        if (has(top, account)) {
            top.node(ACCOUNTS).node(account.value()).removeNode();
            file.flush(top);
        }
    }

    private Protection protectionOfNew() {
        if (key.get(false).isPresent()) {
            return Protection.PASSWORD;
        }
        if (keyringEncrypts()) {
            return Protection.KEYRING;
        }
        return key.get(true).map(password -> Protection.PASSWORD).orElseThrow(() -> new VaultProblem(NO_WAY));
    }

    private ISecurePreferences open(Protection protection) {
        return switch (protection) {
            case KEYRING -> file.open(Optional.empty());
            case PASSWORD -> file.open(Optional.of(key.get(true)
                    .orElseThrow(() -> new VaultProblem("The vault is protected by a master password."
                    + " Give it with --password-file FILE or in the environment as MIRRORBOOK_PASSWORD_FILE."))));
        };
    }

    /** Tries it with a value that is no secret, so that a former key is not touched where it does not. */
    private boolean keyringEncrypts() {
        var probe = file.open(Optional.empty()).node("probe");
        try {
            probe.put("probe", "probe", true);
            return probe.isEncrypted("probe");
        } catch (StorageException e) {
            log.log(Level.DEBUG, "The system's keyring cannot be used.", e);
            return false;
        } finally {
            probe.removeNode();
        }
    }

    private List<MasterPassword> askedInOrder() {
        var sorted = new ArrayList<>(passwords.reversed());
        sorted.sort(Comparator.comparing(MasterPassword::asksUser));
        return sorted;
    }
}
