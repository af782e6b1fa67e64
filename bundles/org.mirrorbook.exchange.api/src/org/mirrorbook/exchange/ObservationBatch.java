package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.domain.lifecycle.Observation;

/**
 * All that one message said; folded and committed as one.
 *
 * @param message as received, for the recording
 * @param seen in the message's order; empty for a message that changes nothing
 */
public record ObservationBatch(RawMessage message, List<Observation> seen) {

    public ObservationBatch {
        requireNonNull(message);
        seen = List.copyOf(seen);
    }
}
