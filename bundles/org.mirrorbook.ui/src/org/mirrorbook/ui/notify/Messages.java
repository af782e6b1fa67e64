package org.mirrorbook.ui.notify;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Notifications_job;
    public static String Popup_open;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.notify.messages", Messages.class);
    }

    private Messages() {
    }
}
