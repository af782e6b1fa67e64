package org.mirrorbook.ui.edits;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String UserEdits_job;
    public static String UserEdits_title;
    public static String UserEdits_failed;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.edits.messages", Messages.class);
    }

    private Messages() {
    }
}
