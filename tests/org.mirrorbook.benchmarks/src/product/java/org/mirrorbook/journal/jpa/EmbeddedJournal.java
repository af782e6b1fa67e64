package org.mirrorbook.journal.jpa;

import java.nio.file.Path;
import java.sql.SQLException;

import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.Ownership;

/** The product's journal on Derby, in a folder, outside of the product. */
public final class EmbeddedJournal implements AutoCloseable {

    private final Journal journal;

    public EmbeddedJournal(Path home) {
        journal = Journal.open(home, Editions.TEST);
    }

    public JournalStore store() {
        return journal.store();
    }

    public Ownership ownership() {
        return journal.ownership();
    }

    public BreakEvenRules rules() {
        return journal.rules();
    }

    @Override
    public void close() throws SQLException {
        journal.close();
    }
}
