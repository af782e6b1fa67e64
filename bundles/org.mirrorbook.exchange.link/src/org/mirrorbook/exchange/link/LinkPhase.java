package org.mirrorbook.exchange.link;

/** How far a link has come. Finer than the state that the user sees. */
public enum LinkPhase {
    IDLE, CONNECTING, AUTHENTICATING, SUBSCRIBING, ALIGNING, LIVE, BACKING_OFF, NEEDS_ATTENTION;

    /** Whether there is, or may be, a socket. */
    boolean holdsSocket() {
        return this != IDLE && this != BACKING_OFF && this != NEEDS_ATTENTION;
    }

    /** Whether subscriptions have been sent on the present connection. */
    boolean subscribes() {
        return this == SUBSCRIBING || this == ALIGNING || this == LIVE;
    }
}
