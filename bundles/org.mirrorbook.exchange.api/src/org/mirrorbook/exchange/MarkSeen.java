package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

/** The mark price of an instrument: what the venue values open positions at. Not an observation of the book. */
public record MarkSeen(Instrument instrument, BigDecimal price, Instant venueTime, Instant receivedAt) {

    public MarkSeen {
        requireNonNull(instrument);
        requireNonNull(price);
        requireNonNull(venueTime);
        requireNonNull(receivedAt);
    }
}
