package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.mirrorbook.domain.journal.Trade;

/**
 * A life whose figures are final, kept for the history margin: fills that come after the closing record may still explain its executions.
 *
 * @param confirmedAt when the record reached this machine
 */
public record ConfirmedLife(Trade trade, Instant confirmedAt) {

    public ConfirmedLife {
        requireNonNull(trade);
        requireNonNull(confirmedAt);
    }
}
