package org.mirrorbook.ui.status;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String QuickAccess_name;
    public static String QuickAccess_tip;
    public static String Progress_cancel;
    public static String Progress_tip;
    public static String Progress_more;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.status.messages", Messages.class);
    }

    private Messages() {
    }
}
