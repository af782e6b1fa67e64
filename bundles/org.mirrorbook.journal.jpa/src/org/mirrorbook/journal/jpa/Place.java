package org.mirrorbook.journal.jpa;

import java.util.Optional;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Where a shared journal is.
 *
 * @param url {@code jdbc:postgresql://machine:port/database}, without user and password
 * @param user absent for the one that the database takes by itself
 */
record Place(String url, Optional<String> user) {

    private static final String BEGINNING = "jdbc:postgresql:";

    /** @throws JournalProblem where that is no such address, or says a password */
    Place {
        if (!url.startsWith(BEGINNING)) {
            throw new JournalProblem(Remedy.ASK_USER, "The setting database.url names no database that Mirrorbook knows: it begins with "
                    + BEGINNING + "//, or is left out for the journal in the data folder.");
        }
        if (url.contains("password=")) {
            throw new JournalProblem(Remedy.ASK_USER, "The setting database.url must not hold a password: that is kept in the vault.");
        }
    }

    /** The address as users know it. */
    String words() {
        return url.substring(BEGINNING.length()).replaceFirst("^//", "").replaceFirst("\\?.*$", "");
    }
}
