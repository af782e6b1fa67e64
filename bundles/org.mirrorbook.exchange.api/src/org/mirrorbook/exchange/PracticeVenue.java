package org.mirrorbook.exchange;

/** Starts practice exchanges on loopback. An OSGi service; thread-safe. */
public interface PracticeVenue {

    /**
     * Starts one and returns when it listens; blocks for some seconds at most.
     *
     * @throws VenueProblem when the port is taken
     */
    PracticeExchange start(PracticeSettings settings);
}
