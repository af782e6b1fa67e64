package org.mirrorbook.exchange;

/** The coarse state of a link. */
public enum LinkState {
    /** Not mirrored. */
    OFF,
    /** On the way: connecting, signing in, subscribing or aligning. */
    CONNECTING,
    /** Every scope is aligned by a complete snapshot of this connection. */
    LIVE,
    /** Lost; tried again by itself. */
    RECONNECTING,
    /** Not tried again until the user does something. */
    NEEDS_ATTENTION
}
