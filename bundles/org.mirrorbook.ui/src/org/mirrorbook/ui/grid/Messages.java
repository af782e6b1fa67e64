package org.mirrorbook.ui.grid;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Columns_title;
    public static String Columns_words;
    public static String Columns_choose;
    public static String Columns_hide;
    public static String Columns_reset;
    public static String Columns_up;
    public static String Columns_down;
    public static String Columns_ascending;
    public static String Columns_descending;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.grid.messages", Messages.class);
    }

    private Messages() {
    }
}
