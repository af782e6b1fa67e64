package org.mirrorbook.mirror.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when on an account is compared.
 *
 * @param since from which close time on
 * @param mirroredSince when the account was first mirrored: what ended before is entered only when the user asks (docs/lifecycle.md,
 *        rule 9)
 */
record Reach(Instant since, Instant mirroredSince) {

    /** Venues count back from their own now, which is a question later than ours: what is at the very edge is not asked for. */
    private static final Duration EDGE = Duration.ofMinutes(10);

    /**
     * @param wanted by the user; absent for all that was mirrored
     * @param lookback how far back the venue's closing records reach
     */
    static Reach of(Optional<Instant> wanted, Instant mirroredSince, Instant now, Duration lookback) {
        var earliest = now.minus(lookback).plus(EDGE);
        var since = wanted.orElse(mirroredSince);
        return new Reach(since.isBefore(earliest) ? earliest : since, mirroredSince);
    }

    /** The same, but not from before the account was mirrored: the lives of then are the user's question, and no difference by themselves. */
    Reach sinceMirrored() {
        return since.isBefore(mirroredSince) ? new Reach(mirroredSince, mirroredSince) : this;
    }
}
