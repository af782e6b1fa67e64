package org.mirrorbook.cli;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.runtime.Settings;

/** What an open data folder gives without its journal. */
interface OpenFolder extends AutoCloseable {

    Settings settings();

    CredentialVault vault();

    /** Whether another command owns the folder: what is set now counts there from its next start on. */
    boolean isShared();

    /** Gives the folder back; a guest only leaves. */
    @Override
    void close();
}
