package org.mirrorbook.ui.model;

/** What a colour says. The palette of the workbench has the colour for it, in each theme. */
public enum Tone {
    /** Plain text. */
    TEXT,
    /** Labels, units, headers. */
    TEXT2,
    /** As of the last message of a link that is down. */
    STALE,
    PROFIT,
    LOSS,
    /** Reconnecting, provisional, estimated. */
    WARN,
    /** Needs attention, refused. */
    ERROR,
    LIVE,
    ACCENT
}
