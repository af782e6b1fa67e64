package org.mirrorbook.ui.look;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Theme_workbench;
    public static String Theme_system;
    public static String Theme_light;
    public static String Theme_dark;
    public static String Zone_system;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.look.messages", Messages.class);
    }

    private Messages() {
    }
}
