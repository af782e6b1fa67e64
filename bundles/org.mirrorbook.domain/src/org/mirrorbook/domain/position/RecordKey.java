package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Identity of a closing record: slot (with its account), venue id or none, close time. */
public record RecordKey(Slot slot, Optional<String> positionId, Instant closedAt) {

    public RecordKey {
        requireNonNull(slot);
        requireNonNull(positionId);
        requireNonNull(closedAt);
    }
}
