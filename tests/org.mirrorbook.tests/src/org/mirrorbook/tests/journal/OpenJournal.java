package org.mirrorbook.tests.journal;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;

/** A journal under test; closing it is what the end of the process would do in good order. */
interface OpenJournal extends AutoCloseable {

    JournalStore store();

    JournalReader reader();

    Accounts accounts();

    @Override
    void close();
}
