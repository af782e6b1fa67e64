package org.mirrorbook.cli;

import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;

/** What an open data folder gives to the commands. */
interface OpenHome extends AutoCloseable {

    AccountService accountService();

    JournalReader journal();

    MirrorDirectory mirrors();

    /** What a journal is built from anew, and into. */
    Rebuilding rebuilding();

    /** What happens from now on. */
    EventStream events();

    /** Closes the journal and gives the folder back. */
    @Override
    void close();
}
