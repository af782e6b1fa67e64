package org.mirrorbook.ui.model.shell;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Status_nothingMirrored;
    public static String Status_live;
    public static String Status_connecting;
    public static String Status_reconnecting;
    public static String Status_degraded;
    public static String Status_attention;
    public static String Status_off;
    public static String Status_message;
    public static String Status_silence;
    public static String Status_durable;
    public static String Status_books;
    public static String Status_notCompared;
    public static String Status_someNotCompared;
    public static String Status_equal;
    public static String Status_difference;
    public static String Status_differences;
    public static String Selection_one;
    public static String Selection_many;
    public static String News_opened;
    public static String News_closed;
    public static String News_attention;
    public static String News_attention_noReason;
    public static String News_position;
    public static String News_size;
    public static String News_result;
    public static String News_more;
    public static String News_title;
    public static String News_title_opened;
    public static String News_title_closed;
    public static String News_title_attention;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.model.shell.messages", Messages.class);
    }

    private Messages() {
    }
}
