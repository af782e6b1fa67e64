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
    /** The venue is there and this side fails: nothing can be kept at the moment, so nothing new is shown. Tried again by itself. */
    DEGRADED,
    /** Not tried again until the user does something. */
    NEEDS_ATTENTION
}
