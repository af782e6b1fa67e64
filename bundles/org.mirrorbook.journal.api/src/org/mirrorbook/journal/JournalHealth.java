package org.mirrorbook.journal;

import java.util.Optional;

/**
 * Always there once a home is open, also when the journal in it could not be opened: tells views and commands why there is no
 * {@link JournalStore}. Opening the journal starts with the home and may take a while.
 */
public interface JournalHealth {

    /** Blocks until the journal is open or has failed; the problem, or nothing when it is open. Never on the UI thread. */
    Optional<JournalProblem> await();
}
