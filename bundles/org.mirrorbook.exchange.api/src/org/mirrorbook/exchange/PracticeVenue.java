package org.mirrorbook.exchange;

/** Starts practice exchanges on loopback. An OSGi service; thread-safe. */
public interface PracticeVenue {

    /** The {@link VenueProblem#code()} of a scenario file that cannot be used; the sentence names the file and the line or field. */
    String BAD_SCENARIO = "scenario";

    /**
     * Starts one and returns when it listens; blocks for some seconds at most.
     *
     * @throws VenueProblem when the port is taken, or the scenario cannot be used: then its code is {@link #BAD_SCENARIO}
     */
    PracticeExchange start(PracticeSettings settings);
}
