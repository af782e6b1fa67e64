package org.mirrorbook.domain.position;

/** Whether a position is backed by the whole margin account or by its own part of it. */
public enum MarginMode {
    CROSSED, ISOLATED
}
