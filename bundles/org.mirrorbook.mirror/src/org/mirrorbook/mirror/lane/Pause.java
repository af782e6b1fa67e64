package org.mirrorbook.mirror.lane;

import java.time.Duration;

/** How a lane waits before it tries a commit again: its own thread rests, and its queue fills up meanwhile. */
@FunctionalInterface
interface Pause {

    /** Waits; returns early when the lane is being stopped. */
    void of(Duration duration);
}
