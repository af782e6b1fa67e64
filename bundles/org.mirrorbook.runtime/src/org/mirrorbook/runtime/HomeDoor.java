package org.mirrorbook.runtime;

import java.nio.file.Path;
import java.util.Map;

/** Opens the data folder, once in the life of a process. An OSGi service. */
public interface HomeDoor {

    /**
     * Where the data folder is when nobody says: the system property {@code mirrorbook.home}, else the environment's
     * {@code MIRRORBOOK_HOME}, else {@code ~/.mirrorbook}.
     */
    Path usual();

    /**
     * Makes the folder if need be (for its owner only), takes its lock and publishes {@link Home} and its {@link Settings}. Opening the
     * same folder again is no news.
     *
     * @throws HomeProblem when it is in use by another instance (says which), cannot be written, or another one is open in this process
     */
    default Home open(Path folder) {
        return open(folder, Map.of());
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param forThisRun settings that the command line gave, which count before those that are kept; what the launcher passed on from it
     *        (system property {@code mirrorbook.database}) need not be among them
     */
    Home open(Path folder, Map<String, String> forThisRun);

    /**
     * Says that this process stays in the open home, and publishes {@link Residence}. No news when it is said already.
     *
     * @throws IllegalStateException when no home is open
     */
    void stay();

    /** Takes {@link Home} back, waits for those who use it, and releases the lock. */
    void close();
}
