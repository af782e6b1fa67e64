package org.mirrorbook.mirror.component;

import java.time.Duration;

/** All lanes there are. A service inside this bundle; thread-safe. */
public interface RunningLanes {

    /** Has all of them begin to stop, at the same time; returns at once. */
    void beginStop();

    /** Waits until all are gone; false when the deadline was over before. */
    boolean awaitEmpty(Duration deadline);
}
