package org.mirrorbook.domain.journal;

/** What an execution did to its trade. */
public enum ExecutionKind {
    OPEN, ADD, REDUCE, CLOSE;

    /** Whether it made the position larger. */
    public boolean grows() {
        return this == OPEN || this == ADD;
    }
}
