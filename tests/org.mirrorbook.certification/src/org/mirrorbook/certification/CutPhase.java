package org.mirrorbook.certification;

/** When a connection is cut by the venue's stage, counted on the way of one connection. */
public enum CutPhase {
    /** As soon as the socket is open. */
    CONNECT,
    /** When the login has come, before it is answered. */
    LOGIN,
    /** When the subscriptions have come, before they are answered. */
    SUBSCRIBE,
    /** After the subscriptions were answered, before any snapshot. */
    SNAPSHOT,
    /** At once, whatever is under way. */
    LIVE
}
