package org.mirrorbook.credentials;

/** Secure storage took a value, but would write it in the clear. */
final class NotEncrypted extends Exception {

    private static final long serialVersionUID = 1L;
}
