package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.mirrorbook.domain.lifecycle.JournalChange;

/**
 * A change with the evidence it rests on.
 *
 * @param message number of the recorded message that caused it, within the account's recording; 0 when no message did
 * @param receivedAt when that message reached this machine
 */
public record RecordedChange(long message, Instant receivedAt, JournalChange change) {

    public RecordedChange {
        requireNonNull(receivedAt);
        requireNonNull(change);
    }
}
