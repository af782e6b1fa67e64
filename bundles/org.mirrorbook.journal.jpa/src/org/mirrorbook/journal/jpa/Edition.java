package org.mirrorbook.journal.jpa;

import static java.util.Objects.requireNonNull;

import java.time.Clock;

/**
 * Who opens a journal: what archives of it say of their origin.
 *
 * @param version of Mirrorbook
 */
record Edition(String version, Clock clock) {

    Edition {
        requireNonNull(version);
        requireNonNull(clock);
    }
}
