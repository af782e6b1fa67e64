package org.mirrorbook.exchange;

/** Hands out a credential at the moment of signing in; the caller drops it afterwards. */
@FunctionalInterface
public interface CredentialSource {

    /**
     * May block on a locked keyring: never called on a UI or socket thread.
     *
     * @throws VenueProblem with {@link VenueProblem.Remedy#ASK_USER} when there is none or the vault is closed
     */
    ApiCredential credential();
}
