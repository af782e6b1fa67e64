package org.mirrorbook.exchange.link;

import java.time.Duration;

/**
 * The delays of a link.
 *
 * @param ping between two pings, from connect on; also the patience for the answer
 * @param retryFloor the shortest wait before another try
 * @param retryCap the longest
 */
public record LinkTiming(Duration connect, Duration login, Duration subscribe, Duration align, Duration ping, Duration steady,
        Duration retryFloor, Duration retryCap) {

    /**
     * What suits a venue that wants a ping every 30 s and whose sign-in was seen to take up to 9 s (protocol notes, Bitget 2.1 and 2.3).
     */
    public static LinkTiming usual() {
        return new LinkTiming(Duration.ofSeconds(15), Duration.ofSeconds(20), Duration.ofSeconds(15), Duration.ofSeconds(20),
                Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /**
     * The wait before the next try, with full jitter: anything between the floor and a ceiling that doubles with each failure.
     *
     * @param failures how many tries in a row failed before this one
     * @param jitter random, from 0 (inclusive) to 1 (exclusive)
     */
    Duration retryAfter(int failures, double jitter) {
        long ceiling = retryFloor.toMillis() << Math.min(failures + 1, 20);
        long spread = Math.max(0, Math.min(ceiling, retryCap.toMillis()) - retryFloor.toMillis());
        return retryFloor.plusMillis((long) (spread * jitter));
    }
}
