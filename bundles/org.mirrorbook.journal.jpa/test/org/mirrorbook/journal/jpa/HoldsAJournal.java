package org.mirrorbook.journal.jpa;

import java.nio.file.Path;

/** A second process for the tests: has a journal open until it is ended. */
final class HoldsAJournal {

    private HoldsAJournal() {
    }

    public static void main(String[] arguments) throws Exception {
        try (var journal = Journal.open(Path.of(arguments[0]), Editions.TEST)) {
            System.out.println("open");
            System.in.read();
        }
    }
}
