package org.mirrorbook.ui.welcome;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Welcome_title;
    public static String Welcome_words;
    public static String Welcome_practice;
    public static String Welcome_practice_words;
    public static String Welcome_practice_button;
    public static String Welcome_practiceLabel;
    public static String Welcome_starting;
    public static String Welcome_connect;
    public static String Welcome_connect_words;
    public static String Welcome_connect_button;
    public static String Welcome_elsewhere;
    public static String Welcome_restore;
    public static String Welcome_restore_words;
    public static String Welcome_import;
    public static String Welcome_import_words;
    public static String Welcome_server;
    public static String Welcome_server_words;
    public static String Welcome_way;
    public static String Welcome_steps;
    public static String Welcome_steps_words;
    public static String Welcome_quick;
    public static String Welcome_quick_words;
    public static String Welcome_keys;
    public static String Welcome_keys_words;
    public static String Welcome_kept;
    public static String Welcome_vault;
    public static String Welcome_reads;
    public static String Welcome_folder;
    public static String Welcome_nobody;
    public static String Welcome_settings;
    public static String Welcome_all;
    public static String Welcome_theme;
    public static String Welcome_zone;
    public static String Welcome_breakEven;
    public static String Welcome_breakEven_words;
    public static String Welcome_again;
    public static String Archive_import;
    public static String Archive_import_job;
    public static String Archive_imported;
    public static String Archive_refused;
    public static String Archive_restore;
    public static String Archive_restore_job;
    public static String Archive_restored;
    public static String Archive_notOpen;
    public static String Archive_unreadable;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.welcome.messages", Messages.class);
    }

    private Messages() {
    }
}
