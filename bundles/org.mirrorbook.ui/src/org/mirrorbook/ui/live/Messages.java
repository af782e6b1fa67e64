package org.mirrorbook.ui.live;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String LiveTable_name;
    public static String LiveReading_job;
    public static String TodayReading_job;
    public static String Live_nothing;
    public static String Live_nothing_words;
    public static String Welcome_title;
    public static String Welcome_words;
    public static String Welcome_practice;
    public static String Welcome_practice_words;
    public static String Welcome_practice_button;
    public static String Welcome_practiceLabel;
    public static String Welcome_connect;
    public static String Welcome_connect_words;
    public static String Welcome_connect_button;
    public static String Welcome_starting;
    public static String Welcome_promises;
    public static String Welcome_reads;
    public static String Welcome_keys;
    public static String Welcome_journal;
    public static String Welcome_nobody;
    public static String Live_off;
    public static String Live_off_words;
    public static String Live_off_button;
    public static String Live_notLive;
    public static String Live_notLive_words;
    public static String Live_partly_words;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.live.messages", Messages.class);
    }

    private Messages() {
    }
}
