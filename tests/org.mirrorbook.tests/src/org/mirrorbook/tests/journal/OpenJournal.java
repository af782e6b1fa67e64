package org.mirrorbook.tests.journal;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.journal.ReconciliationRuns;

/** A journal under test; closing it is what the end of the process would do in good order. */
interface OpenJournal extends AutoCloseable {

    JournalStore store();

    JournalReader reader();

    Accounts accounts();

    BreakEvenRules rules();

    Ownership ownership();

    JournalArchive archive();

    Annotations annotations();

    ReconciliationRuns runs();

    @Override
    void close();
}
