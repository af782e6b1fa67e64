package org.mirrorbook.app;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Menu_file;
    public static String Menu_edit;
    public static String Menu_accounts;
    public static String Menu_trade;
    public static String Menu_view;
    public static String Menu_window;
    public static String Menu_perspective;
    public static String Menu_help;

    static {
        NLS.initializeMessages("org.mirrorbook.app.messages", Messages.class);
    }

    private Messages() {
    }
}
