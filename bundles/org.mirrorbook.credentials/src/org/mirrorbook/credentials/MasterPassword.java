package org.mirrorbook.credentials;

import java.util.Optional;

/**
 * Says the master password of the vault where the system's keyring cannot keep it. An OSGi service, of which there may be none or several;
 * the highest service ranking that answers counts: a password file, a question at the terminal, a dialog of the workbench. Without any, and
 * without a keyring, nothing can be kept.
 */
public interface MasterPassword {

    /**
     * May block on the user.
     *
     * @param first whether the vault is being made, so that the user is asked twice
     * @return a fresh array that the caller wipes; empty when the user declined
     */
    Optional<char[]> ask(boolean first);

    /**
     * Whether asking disturbs a user. Such a one is asked only where the system's keyring cannot keep the password; one that knows its
     * answer is asked before the keyring is tried.
     */
    default boolean asksUser() {
        return true;
    }
}
