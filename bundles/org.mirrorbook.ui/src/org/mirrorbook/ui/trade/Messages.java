package org.mirrorbook.ui.trade;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String TradeReading_job;
    public static String MarksReading_job;
    public static String Trade_nothing;
    public static String Trade_nothing_words;
    public static String Trade_failed;
    public static String Trade_again;
    public static String Header_multiple;
    public static String Tab_overview;
    public static String Tab_evidence;
    public static String Tab_evidence_count;
    public static String Tab_pictures;
    public static String Tab_pictures_count;
    public static String Section_path;
    public static String Section_prices;
    public static String Section_facts;
    public static String Section_executions;
    public static String Section_stops;
    public static String Section_notes;
    public static String Executions_none;
    public static String Stops_none;
    public static String Facts_all;
    public static String Facts_fewer;
    public static String Path_name;
    public static String Notes_setup;
    public static String Notes_emotion;
    public static String Notes_emotions;
    public static String Notes_rating;
    public static String Notes_rated;
    public static String Notes_notRated;
    public static String Notes_mistakes;
    public static String Notes_knownMistakes;
    public static String Notes_tagsLabel;
    public static String Notes_tags;
    public static String Notes_tag;
    public static String Notes_addTag;
    public static String Notes_newTag;
    public static String Notes_removeTag;
    public static String Notes_textName;
    public static String Notes_unsaved;
    public static String Notes_saved;
    public static String Notes_failed;
    public static String Edit_note;
    public static String Edit_tag;
    public static String Edit_untag;
    public static String Edit_picture;
    public static String Edit_removePicture;
    public static String Edit_closed;
    public static String Pictures_job;
    public static String Pictures_add;
    public static String Pictures_how;
    public static String Pictures_choose;
    public static String Pictures_filter;
    public static String Pictures_pasted;
    public static String Pictures_pastedName;
    public static String Pictures_noPicture;
    public static String Pictures_unreadable;
    public static String Pictures_tooLarge;
    public static String Pictures_already;
    public static String Pictures_nothingCopied;
    public static String Pictures_words;
    public static String Pictures_name;
    public static String Pictures_open;
    public static String Pictures_remove;
    public static String Pictures_reading;
    public static String Pictures_notShown;
    public static String Pictures_window;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.trade.messages", Messages.class);
    }

    private Messages() {
    }
}
