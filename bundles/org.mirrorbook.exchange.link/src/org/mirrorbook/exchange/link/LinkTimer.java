package org.mirrorbook.exchange.link;

/** The timers of a connection. Setting one again replaces it. */
public enum LinkTimer {
    /** The socket has to open. */
    CONNECT,
    /** The sign-in has to be acknowledged. */
    LOGIN,
    /** Every subscription has to be acknowledged. */
    SUBSCRIBE,
    /** Every scope has to be aligned by a snapshot. */
    ALIGN,
    /** The next ping is due, and the answer to the last one. */
    PING,
    /** The next try is due. */
    RETRY,
    /** Live for so long that earlier failures are forgiven. */
    STEADY,
    /** The connection is so old that a successor has to be started; or the next try of one is due. */
    RELAY,
    /** The successor has to take over. */
    OVERLAP
}
