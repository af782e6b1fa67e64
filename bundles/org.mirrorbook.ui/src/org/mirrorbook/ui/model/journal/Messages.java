package org.mirrorbook.ui.model.journal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Dates_all;
    public static String Dates_today;
    public static String Dates_yesterday;
    public static String Dates_last7;
    public static String Dates_last30;
    public static String Dates_last90;
    public static String Dates_thisMonth;
    public static String Dates_lastMonth;
    public static String Dates_thisYear;
    public static String FilterText_oneText;
    public static String FilterText_notUnderstood;
    public static String Choice_all;
    public static String Choice_status;
    public static String Choice_side;
    public static String Choice_account;
    public static String Choice_dates;
    public static String Choice_more;
    public static String Choice_moreSet;
    public static String Choice_saved;
    public static String Choice_none;
    public static String Choice_two;
    public static String Choice_many;
    public static String Side_long;
    public static String Side_short;
    public static String Status_open;
    public static String Status_win;
    public static String Status_loss;
    public static String Status_be;
    public static String Empty_title;
    public static String Empty_words;
    public static String Empty_action;
    public static String Filtered_title;
    public static String Filtered_one;
    public static String Filtered_many;
    public static String Filtered_action;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.model.journal.messages", Messages.class);
    }

    private Messages() {
    }
}
