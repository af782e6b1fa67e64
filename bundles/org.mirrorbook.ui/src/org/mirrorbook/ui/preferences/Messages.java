package org.mirrorbook.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String SettingsPage_keeping;
    public static String SettingsPage_notKept;
    public static String SettingsPage_notOpen;
    public static String MirrorbookPage_accounts;
    public static String MirrorbookPage_accounts_words;
    public static String MirrorbookPage_journal;
    public static String MirrorbookPage_journal_words;
    public static String MirrorbookPage_database;
    public static String MirrorbookPage_database_words;
    public static String MirrorbookPage_recording;
    public static String MirrorbookPage_recording_words;
    public static String JournalPage_words;
    public static String JournalPage_amount;
    public static String JournalPage_fraction;
    public static String JournalPage_remark;
    public static String JournalPage_read;
    public static String JournalPage_keep;
    public static String DatabasePage_words;
    public static String DatabasePage_embedded;
    public static String DatabasePage_server;
    public static String DatabasePage_url;
    public static String DatabasePage_url_hint;
    public static String DatabasePage_user;
    public static String DatabasePage_password;
    public static String DatabasePage_unchanged;
    public static String DatabasePage_remark;
    public static String DatabasePage_read;
    public static String DatabasePage_keep;
    public static String DatabasePage_keptServer;
    public static String DatabasePage_keptEmbedded;
    public static String RecordingPage_words;
    public static String RecordingPage_megabytes;
    public static String RecordingPage_megabytes_unit;
    public static String RecordingPage_days;
    public static String RecordingPage_days_unit;
    public static String RecordingPage_folder;
    public static String RecordingPage_read;
    public static String RecordingPage_keep;
    public static String RecordingPage_measure;
    public static String RecordingPage_kept;
    public static String RecordingPage_unreadable;
    public static String AppearancePage_words;
    public static String AppearancePage_theme;
    public static String AppearancePage_hide;
    public static String AppearancePage_comfortable;
    public static String NotificationsPage_words;
    public static String NotificationsPage_opened;
    public static String NotificationsPage_closed;
    public static String NotificationsPage_attention;
    public static String MirrorbookPage_appearance;
    public static String MirrorbookPage_appearance_words;
    public static String MirrorbookPage_notifications;
    public static String MirrorbookPage_notifications_words;
    public static String RecordingPage_held;
    public static String JournalPage_breakEven;
    public static String JournalPage_risk;
    public static String JournalPage_figures;
    public static String JournalPage_zone;
    public static String JournalPage_format;
    public static String JournalPage_kept;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.preferences.messages", Messages.class);
    }

    private Messages() {
    }
}
