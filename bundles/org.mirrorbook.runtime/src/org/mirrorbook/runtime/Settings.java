package org.mirrorbook.runtime;

import java.util.Optional;

/**
 * The user's settings of a home: what has to be known before its journal is open, the same for the workbench and for commands. An OSGi
 * service beside {@link Home}. Thread-safe. No secrets.
 */
public interface Settings {

    /** What counts in this run: what the command line said, else what is kept. */
    Optional<String> get(String key);

    /**
     * Keeps a value from now on, or forgets it. Durable on return. What the command line said goes on to count until the process ends.
     *
     * @throws HomeProblem when the file cannot be written; nothing is changed then
     */
    void put(String key, Optional<String> value);
}
