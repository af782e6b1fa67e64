package org.mirrorbook.exchange;

/** Whether a key may do something. */
public enum Right {
    YES, NO,
    /** The venue does not say, or this key may not ask. Never to be read as {@link #NO}. */
    UNKNOWN
}
