package org.mirrorbook.mirror.simulation;

/** The process is gone in the middle of what it did; nobody in it can catch that. */
final class ProcessDied extends Error {

    private static final long serialVersionUID = 1L;

    ProcessDied() {
        super("the process died", null, false, false);
    }
}
