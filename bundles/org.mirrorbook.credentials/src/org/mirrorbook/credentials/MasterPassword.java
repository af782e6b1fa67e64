package org.mirrorbook.credentials;

import java.util.Optional;

/**
 * Says the master password of the vault where the system's keyring cannot keep it. An optional OSGi service: the command line gives the one of
 * {@code --password-file} or asks at the terminal, the workbench asks in a dialog. Without it, and without a keyring, nothing can be kept.
 */
public interface MasterPassword {

    /**
     * May block on the user.
     *
     * @param first whether the vault is being made, so that the user is asked twice
     * @return a fresh array that the caller wipes; empty when the user declined
     */
    Optional<char[]> ask(boolean first);
}
