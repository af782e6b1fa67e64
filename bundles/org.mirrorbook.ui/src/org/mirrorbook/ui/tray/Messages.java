package org.mirrorbook.ui.tray;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String TrayIcon_name;
    public static String TrayIcon_open;
    public static String TrayIcon_hideMoney;
    public static String TrayIcon_quit;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.tray.messages", Messages.class);
    }

    private Messages() {
    }
}
