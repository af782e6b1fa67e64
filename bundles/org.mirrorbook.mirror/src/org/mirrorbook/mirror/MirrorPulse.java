package org.mirrorbook.mirror;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Money;

/**
 * What a running mirror measures beside the health of its link.
 *
 * @param durable from the receipt of a push to the commit of what it changed: the delay that 99 of 100 did not exceed, of the newest
 *        {@code samples}; absent before the first commit of this run
 * @param samples of how many pushes
 * @param equity newest equity as the venue told it, one a coin; none before it was told
 * @param equityAt when the newest of them was told
 */
public record MirrorPulse(Optional<Duration> durable, int samples, List<Money> equity, Optional<Instant> equityAt) {

    public MirrorPulse {
        requireNonNull(durable);
        equity = List.copyOf(equity);
        requireNonNull(equityAt);
    }

    /** Of a mirror that has not committed anything in this run. */
    public static MirrorPulse none() {
        return new MirrorPulse(Optional.empty(), 0, List.of(), Optional.empty());
    }
}
