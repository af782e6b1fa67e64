package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long the newest {@value #KEPT} pushes that changed something took from their receipt to their commit. Noted on the lane's thread,
 * read on any: a reader may miss the one that is being noted.
 */
final class DurableDelays {

    static final int KEPT = 1_024;
    private static final int SHARE = 99;
    private static final int WHOLE = 100;

    private final AtomicLongArray nanos = new AtomicLongArray(KEPT);
    private volatile long noted;

    /** A push became durable; a clock that was set back meanwhile makes no delay below zero. */
    void note(Duration delay) {
        long number = noted;
        nanos.set((int) (number % KEPT), Math.max(0, delay.toNanos()));
        noted = number + 1;
    }

    /** Of how many the answers are. */
    int samples() {
        return (int) Math.min(noted, KEPT);
    }

    /** The delay that 99 of 100 did not exceed: the smallest of which at least so many are not longer. */
    Optional<Duration> p99() {
        int count = samples();
        if (count == 0) {
            return Optional.empty();
        }
        var sorted = new long[count];
        for (int at = 0; at < count; at++) {
            sorted[at] = nanos.get(at);
        }
        Arrays.sort(sorted);
        int rank = (count * SHARE + WHOLE - 1) / WHOLE;
        return Optional.of(Duration.ofNanos(sorted[rank - 1]));
    }
}
