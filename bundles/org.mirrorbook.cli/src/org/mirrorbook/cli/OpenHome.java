package org.mirrorbook.cli;

import java.util.Optional;

import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.Reconciliation;

/** What an open data folder gives to the commands. */
interface OpenHome extends AutoCloseable {

    AccountService accountService();

    JournalReader journal();

    MirrorDirectory mirrors();

    /** Comparisons with the venues' books; absent where nothing here makes them. */
    Optional<Reconciliation> reconciliation();

    /** What happens from now on. */
    EventStream events();

    /** Closes the journal and gives the folder back. */
    @Override
    void close();
}
