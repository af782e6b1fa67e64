package org.mirrorbook.ui.start;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String JournalOpening_job;
    public static String JournalOpening_absent;
    public static String JournalOpening_stopped;
    public static String MirroringStart_job;
    public static String PasswordDialog_window;
    public static String PasswordDialog_titleFirst;
    public static String PasswordDialog_title;
    public static String PasswordDialog_wordsFirst;
    public static String PasswordDialog_words;
    public static String PasswordDialog_tooShort;
    public static String PasswordDialog_different;
    public static String PasswordDialog_password;
    public static String PasswordDialog_again;
    public static String PasswordDialog_make;
    public static String PasswordDialog_unlock;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.start.messages", Messages.class);
    }

    private Messages() {
    }
}
