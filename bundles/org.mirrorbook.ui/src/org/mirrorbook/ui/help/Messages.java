package org.mirrorbook.ui.help;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Help_firstSteps;
    public static String Help_accounts;
    public static String Help_live;
    public static String Help_journal;
    public static String Help_trade;
    public static String Help_books;
    public static String Help_keys;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.help.messages", Messages.class);
    }

    private Messages() {
    }
}
