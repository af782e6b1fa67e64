package org.mirrorbook.exchange.bitget.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Our clock, set by the venue's: signatures are good for 30 s around it (protocol notes, Bitget 2.1). Thread-safe. */
public final class VenueClock {

    private final Clock clock;
    /** Null until the clocks were compared. */
    private volatile Duration offset;

    public VenueClock(Clock clock) {
        this.clock = clock;
    }

    /** Now, by the venue's clock as far as it is known. */
    public Instant now() {
        return clock.instant().plus(offset());
    }

    /** How far the venue's clock is ahead of ours; nothing as long as they were not compared. */
    public Duration offset() {
        return compared().orElse(Duration.ZERO);
    }

    /** How far the venue's clock is ahead of ours; absent as long as they were not compared. */
    public Optional<Duration> compared() {
        return Optional.ofNullable(offset);
    }

    /** Our own time, to be taken before and after asking the venue. */
    Instant ours() {
        return clock.instant();
    }

    /** Sets it; the venue's time is taken to be of the middle between asking and hearing. */
    void set(Instant venueTime, Instant asked, Instant heard) {
        offset = Duration.between(asked.plus(Duration.between(asked, heard).dividedBy(2)), venueTime);
    }
}
