package org.mirrorbook.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The global options that say which data folder is meant and how to open its vault. */
interface HomeOptions {

    /** Absent for the usual one. */
    Optional<Path> home();

    Optional<Path> passwordFile();

    /** Settings of this run, by their keys. */
    default Map<String, String> settings() {
        return Map.of();
    }
}
