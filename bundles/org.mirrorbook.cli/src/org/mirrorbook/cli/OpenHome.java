package org.mirrorbook.cli;

import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.mirror.TradeDesk;

/** What an open data folder gives to the commands. */
interface OpenHome extends AutoCloseable {

    AccountService accountService();

    JournalReader journal();

    MirrorDirectory mirrors();

    /** Comparisons with the venues' books; absent where nothing here makes them. */
    Optional<Reconciliation> reconciliation();

    /** Takes the user's edits of trades. */
    TradeDesk desk();

    BreakEvenRules breakEvenRules();

    /** Takes the journal out of its database, and brings it back. */
    JournalArchive archive();

    /** How many bytes the recording of an account takes. */
    long recordingBytes(AccountId account);

    /**
     * Whether this command is a guest here: another one owns the folder and goes on working on it, and what that one mirrors is not to be
     * changed.
     */
    boolean isShared();

    /** This command stays until it is stopped, so those of other processes may be answered from here. Not for guests. */
    void stay();

    /** What a journal is built from anew, and into. */
    Rebuilding rebuilding();

    /** What happens from now on. */
    EventStream events();

    /** Closes the journal and gives the folder back; a guest only leaves. */
    @Override
    void close();
}
