package org.mirrorbook.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The global options that say which data folder is meant and how to open its vault. */
interface HomeOptions {

    /** Absent for the usual one. */
    Optional<Path> home();

    Optional<Path> passwordFile();
}
