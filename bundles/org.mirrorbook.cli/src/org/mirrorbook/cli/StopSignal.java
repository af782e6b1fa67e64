package org.mirrorbook.cli;

/** Tells a command in the foreground that it shall end. */
@FunctionalInterface
interface StopSignal {

    /** Calls back once, on another thread, when the user or the system asks to stop; at once if that was before. */
    void whenAsked(Runnable stop);
}
