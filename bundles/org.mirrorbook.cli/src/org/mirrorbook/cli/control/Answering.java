package org.mirrorbook.cli.control;

/** Runs commands for other processes, each on a thread of its own. */
@FunctionalInterface
public interface Answering {

    /** @return the exit code */
    int answer(Question question, Guest guest);
}
