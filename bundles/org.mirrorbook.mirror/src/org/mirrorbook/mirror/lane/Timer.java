package org.mirrorbook.mirror.lane;

import java.time.Duration;

/** The one timer of the product. Thread-safe. */
@FunctionalInterface
public interface Timer {

    /** Runs the task once after the delay, on the timer's thread: the task only puts a signal on a lane. */
    void later(Duration delay, Runnable task);
}
