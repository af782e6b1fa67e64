package org.mirrorbook.ui.strip;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Strip_name;
    public static String Strip_practiceLabel;
    public static String First_bold;
    public static String First_words;
    public static String First_practice;
    public static String First_connect;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.strip.messages", Messages.class);
    }

    private Messages() {
    }
}
