package org.mirrorbook.ui.journal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String JournalReading_job;
    public static String Journal_nothing;
    public static String Journal_nothing_words;
    public static String Journal_failed;
    public static String Journal_again;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.journal.messages", Messages.class);
    }

    private Messages() {
    }
}
