package org.mirrorbook.ui.journal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String JournalReading_job;
    public static String TotalsReading_job;
    public static String Journal_table;
    public static String Journal_failed;
    public static String Journal_again;
    public static String DropDown_open;
    public static String Filter_message;
    public static String Filter_tip;
    public static String Filter_name;
    public static String Filter_realMoney;
    public static String Filter_all;
    public static String Filter_none;
    public static String Filter_save;
    public static String Filter_saveAs;
    public static String Filter_unsave;
    public static String Filter_saveTitle;
    public static String Filter_saveWords;
    public static String Filter_saveEmpty;
    public static String Filter_saveTaken;
    public static String Filter_clear;
    public static String Filter_certainty;
    public static String Filter_money;
    public static String Filter_source;
    public static String Filter_tag;
    public static String Filter_setup;
    public static String Filter_noneYet;
    public static String Filter_ranges;
    public static String Filter_clearMore;
    public static String Sureness_live;
    public static String Sureness_provisional;
    public static String Sureness_unconfirmed;
    public static String Sureness_confirmed;
    public static String Sureness_corrected;
    public static String Money_real;
    public static String Money_demo;
    public static String Money_practice;
    public static String Source_planned;
    public static String Source_live;
    public static String Source_estimated;
    public static String Ranges_title;
    public static String Ranges_words;
    public static String Ranges_r;
    public static String Ranges_net;
    public static String Ranges_from;
    public static String Ranges_to;
    public static String Ranges_number;
    public static String Export_job;
    public static String Export_titleOne;
    public static String Export_title;
    public static String Export_csv;
    public static String Export_json;
    public static String Export_one;
    public static String Export_many;
    public static String Export_failed;
    public static String Export_done;
    public static String Export_notDone;
    public static String Import_job;
    public static String Import_title;
    public static String Import_json;
    public static String Import_all;
    public static String Import_added;
    public static String Import_known;
    public static String Import_refused;
    public static String Import_failed;
    public static String Import_done;
    public static String Import_notDone;
    public static String Import_noJournal;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.journal.messages", Messages.class);
    }

    private Messages() {
    }
}
