package org.mirrorbook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.PracticeVenue;

/** The product behind the commands, as far as it is there without a home. */
interface Product {

    /** The version, as the product was built. */
    String version();

    Clock clock();

    PracticeVenue practiceVenue();

    /** The exchanges that there are connectors for. */
    Set<String> exchanges();

    /**
     * Opens the data folder and waits for the journal in it.
     *
     * @param folder absent for the usual one
     * @param passwordFile holds the master password of the vault, where named
     * @param settings of this run, before those that the home keeps; by their keys
     * @throws org.mirrorbook.runtime.HomeProblem when the folder cannot be used
     * @throws org.mirrorbook.journal.JournalProblem when the journal cannot be opened
     */
    OpenHome open(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings);

    /** As {@link #open(Optional, Optional, Map)} with what the home keeps. */
    default OpenHome open(Optional<Path> folder, Optional<Path> passwordFile) {
        return open(folder, passwordFile, Map.of());
    }

    /**
     * Opens the data folder and waits for no journal: what decides which journal that is has to be within reach also where it cannot be
     * opened.
     *
     * @throws org.mirrorbook.runtime.HomeProblem when the folder cannot be used
     */
    OpenFolder openFolder(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings);
}
