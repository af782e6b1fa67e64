package org.mirrorbook.ui;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Errand_unexpected;
    public static String Errand_stopped;
    public static String View_opening;
    public static String View_opening_words;
    public static String View_failed;
    public static String View_retry;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
