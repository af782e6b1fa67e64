package org.mirrorbook.mirror.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The venue's time, which is the true one; this machine's clock, which may be off; and what is due when. */
final class SimulatedTime {

    private final PriorityQueue<Due> agenda = new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private long now;
    private long offset;
    private long number;

    private record Due(long at, long number, Runnable task) {
    }

    SimulatedTime(Instant start, long offset) {
        this.now = start.toEpochMilli();
        this.offset = offset;
    }

    Instant now() {
        return Instant.ofEpochMilli(now);
    }

    long millis() {
        return now;
    }

    /** The venue's clock minus this machine's. */
    Duration venueOffset() {
        return Duration.ofMillis(-offset);
    }

    Clock machine() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(now + offset);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    void putBack(long millis) {
        offset -= millis;
    }

    /** Somebody rests meanwhile: what became due comes late. */
    void rest(long millis) {
        now += millis;
    }

    void at(long millis, Runnable task) {
        agenda.add(new Due(Math.max(now, millis), number++, task));
    }

    void in(long millis, Runnable task) {
        at(now + millis, task);
    }

    /** Lets time pass. */
    void pass(long millis) {
        long end = now + millis;
        while (!agenda.isEmpty() && agenda.peek().at() <= end) {
            var next = agenda.remove();
            now = Math.max(now, next.at());
            next.task().run();
        }
        now = Math.max(now, end);
    }
}
