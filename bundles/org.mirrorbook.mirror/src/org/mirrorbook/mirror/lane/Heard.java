package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;

/**
 * Observations with the message they rest on.
 *
 * @param message absent when no message said it, such as a lost link
 * @param at when it was received or concluded
 */
record Heard(Optional<RawMessage> message, Instant at, List<Observation> seen) {

    Heard {
        seen = List.copyOf(seen);
    }

    static Heard of(ObservationBatch batch) {
        return new Heard(Optional.of(batch.message()), batch.message().receivedAt(), batch.seen());
    }

    /** What this side concluded by itself. */
    static Heard concluded(Observation seen) {
        return new Heard(Optional.empty(), seen.receivedAt(), List.of(seen));
    }
}
