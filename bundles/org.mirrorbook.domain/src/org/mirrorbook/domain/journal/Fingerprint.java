package org.mirrorbook.domain.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes a trade recognisable in any journal: {@code live|bitget|{posId}|{instId}|{opened at, ms}}. The position id is empty where the
 * stream had none, and is never filled in later, so that a fingerprint never changes.
 */
public record Fingerprint(String value) {

    public Fingerprint {
        requireNonNull(value);
    }

    /** The fingerprint of a mirrored life. */
    public static Fingerprint ofLive(String venue, Optional<String> positionId, String instrument, Instant openedAt) {
        return new Fingerprint(String.join("|", "live", venue, positionId.orElse(""), instrument, Long.toString(openedAt.toEpochMilli())));
    }

    @Override
    public String toString() {
        return value;
    }
}
