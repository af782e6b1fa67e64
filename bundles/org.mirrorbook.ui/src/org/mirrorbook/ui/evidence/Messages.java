package org.mirrorbook.ui.evidence;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Reading_job;
    public static String Replaying_job;
    public static String Replaying_far;
    public static String Replaying_failed;
    public static String Exporting_job;
    public static String Exporting_done;
    public static String Exporting_failed;
    public static String Message_copy;
    public static String Message_copy_tip;
    public static String Message_none;
    public static String Message_title;
    public static String Message_noMessage_title;
    public static String Message_noMessage;
    public static String Message_notKept;
    public static String Message_ownWords;
    public static String Message_hidden;
    public static String Message_reading;
    public static String Change_none;
    public static String Change_table;
    public static String Message_own_title;
    public static String Change_nothing;
    public static String Change_unknown;
    public static String Change_title;
    public static String Change_title_unknown;
    public static String Filter_text;
    public static String Filter_channel;
    public static String Filter_allChannels;
    public static String Filter_onlyChanges;
    public static String Filter_onlyChanges_short;
    public static String Filter_remark;
    public static String Filter_step;
    public static String Filter_step_tip;
    public static String Filter_replay;
    public static String Filter_replay_tip;
    public static String Filter_export;
    public static String Filter_export_tip;
    public static String Sheet_table;
    public static String Panel_none;
    public static String Panel_none_words;
    public static String Panel_reading;
    public static String Panel_reading_words;
    public static String Panel_failed;
    public static String Panel_again;
    public static String Panel_gone;
    public static String Panel_gone_words;
    public static String Panel_notRecorded;
    public static String Panel_imported;
    public static String Panel_withoutMessages;
    public static String Panel_export;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.evidence.messages", Messages.class);
    }

    private Messages() {
    }
}
