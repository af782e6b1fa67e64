package org.mirrorbook.mirror.lane;

import org.mirrorbook.exchange.LinkHealth;

/** What may be wished of a lane from outside. Thread-safe; returns at once. */
public interface LaneControl {

    /** Drops the connection and aligns again. */
    void syncNow();

    /** How well its link does now. */
    LinkHealth health();

    /** Begins to stop: closes the connection, commits what is queued, ends the thread. Once is enough, more do no harm. */
    void beginStop();
}
