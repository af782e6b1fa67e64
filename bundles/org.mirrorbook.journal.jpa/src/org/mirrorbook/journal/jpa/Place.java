package org.mirrorbook.journal.jpa;

import java.util.Optional;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.runtime.DatabaseAddress;

/**
 * Where a shared journal is.
 *
 * @param url {@code jdbc:postgresql://machine:port/database}, without user and password
 * @param user absent for the one that the database takes by itself
 */
record Place(String url, Optional<String> user) {

    private static final String BEGINNING = "jdbc:postgresql:";

    /** @throws JournalProblem where that is no such address, or says a password; does not repeat it then */
    Place {
        DatabaseAddress.problem(url).ifPresent(sentence -> {
            throw new JournalProblem(Remedy.ASK_USER, "The setting " + DatabaseAddress.SETTING + " cannot be used. " + sentence);
        });
    }

    /** The address as users know it. */
    String words() {
        return url.substring(BEGINNING.length()).replaceFirst("^//", "").replaceFirst("\\?.*$", "");
    }
}
