package org.mirrorbook.ui.commands;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String UndoEdit_words;
    public static String RedoEdit_words;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.commands.messages", Messages.class);
    }

    private Messages() {
    }
}
