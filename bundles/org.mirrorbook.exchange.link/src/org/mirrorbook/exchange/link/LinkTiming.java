package org.mirrorbook.exchange.link;

import java.time.Duration;

/**
 * The delays of a link.
 *
 * @param ping between two pings, from connect on; also the patience for the answer
 * @param retryFloor the shortest wait before another try
 * @param retryCap the longest
 * @param messageGap the shortest time between two messages of ours on one connection
 */
public record LinkTiming(Duration connect, Duration login, Duration subscribe, Duration align, Duration ping, Duration steady,
        Duration retryFloor, Duration retryCap, Duration messageGap, Relay relay) {

    /**
     * What suits a venue that wants a ping every 30 s, whose sign-in was seen to take up to 9 s, which takes 10 messages a second and which
     * cuts every connection after 24 h (protocol notes, Bitget 2.1, 2.3 and 2.4). The gap makes it 8 messages a second, since the way there
     * may push them closer together.
     */
    public static LinkTiming usual() {
        return new LinkTiming(Duration.ofSeconds(15), Duration.ofSeconds(20), Duration.ofSeconds(15), Duration.ofSeconds(20),
                Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(30),
                Duration.ofMillis(125), new Relay(Duration.ofMinutes(22 * 60 + 30), Duration.ofHours(1), Duration.ofMinutes(5),
                        Duration.ofMinutes(2)));
    }

    /** The same with another relay. */
    public LinkTiming with(Relay other) {
        return new LinkTiming(connect, login, subscribe, align, ping, steady, retryFloor, retryCap, messageGap, other);
    }

    /**
     * When a connection is relieved by a second one.
     *
     * @param age of the first at which the second is started, at the earliest
     * @param spread what chance may add to it, so that not all links of a venue connect at once
     * @param retry the shortest wait after a second connection that came to nothing; chance may double it
     * @param overlap the patience with a second connection, from its start to the hand-over
     */
    public record Relay(Duration age, Duration spread, Duration retry, Duration overlap) {

        Duration due(double jitter) {
            return age.plusMillis((long) (spread.toMillis() * jitter));
        }

        Duration again(double jitter) {
            return retry.plusMillis((long) (retry.toMillis() * jitter));
        }
    }

    /**
     * The wait before the next try, with full jitter: anything between the floor and a ceiling that doubles with each failure.
     *
     * @param failures how many tries in a row failed before this one
     * @param jitter random, from 0 (inclusive) to 1 (exclusive)
     */
    public Duration retryAfter(int failures, double jitter) {
        long ceiling = retryFloor.toMillis() << Math.min(failures + 1, 20);
        long spread = Math.max(0, Math.min(ceiling, retryCap.toMillis()) - retryFloor.toMillis());
        return retryFloor.plusMillis((long) (spread * jitter));
    }
}
