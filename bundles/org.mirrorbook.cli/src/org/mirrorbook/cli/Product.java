package org.mirrorbook.cli;

import java.nio.file.Path;
import java.time.Clock;
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
     * @throws org.mirrorbook.runtime.HomeProblem when the folder cannot be used
     * @throws org.mirrorbook.journal.JournalProblem when the journal cannot be opened
     */
    OpenHome open(Optional<Path> folder, Optional<Path> passwordFile);
}
