package org.mirrorbook.ui.model.books;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which nobody listened, as the recording has it.
 *
 * @param lost when the connection ended
 * @param after number of the last message before
 * @param back when the positions were told again; absent when that is not in the stretch that was read
 */
public record Outage(Instant lost, long after, Optional<Instant> back) {

    public Outage {
        requireNonNull(lost);
        requireNonNull(back);
    }
}
