package org.mirrorbook.ui.model.accounts;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String Draft_taken;
    public static String Subject_where;
    public static String Subject_embedded;
    public static String Subject_kept;
    public static String Subject_key;
    public static String Summary_add;
    public static String Summary_practice;
    public static String Summary_mirror;
    public static String Summary_notYet;
    public static String Summary_again;
    public static String Summary_same;
    public static String Summary_newKey;
    public static String Finding_practice;
    public static String Finding_good;
    public static String Finding_good_bound;
    public static String Finding_anywhere;
    public static String Finding_anywhere_untold;
    public static String Finding_anywhere_bold;
    public static String Finding_anywhere_words;
    public static String Finding_untold;
    public static String Finding_untold_bold;
    public static String Finding_untold_words;
    public static String Finding_trade;
    public static String Finding_trade_bold;
    public static String Finding_trade_words;
    public static String Finding_consented;
    public static String Finding_consented_bold;
    public static String Finding_withdraw;
    public static String Finding_transfer;
    public static String Finding_nothingSaved;
    public static String Finding_dangerous_words;
    public static String Finding_refused;
    public static String Finding_refused_words;
    public static String Finding_unreachable;
    public static String Finding_unreachable_words;
    public static String Finding_strange;
    public static String Finding_strange_words;
    public static String Finding_code;
    public static String Step_step;
    public static String Step_result;
    public static String Step_took;
    public static String Step_ms;
    public static String Step_code;
    public static String Step_next;
    public static String Step_waiting;
    public static String Step_good;
    public static String Step_failed;
    public static String Step_look;
    public static String Key_nothing;
    public static String Key_readOnly;
    public static String Key_untold;
    public static String Key_someUntold;
    public static String Key_and;
    public static String Right_read;
    public static String Right_trade;
    public static String Right_withdraw;
    public static String Right_transfer;
    public static String Rights_right;
    public static String Rights_onKey;
    public static String Rights_does;
    public static String Rights_read;
    public static String Rights_trade;
    public static String Rights_transfer;
    public static String Rights_withdraw;
    public static String Rights_bound;
    public static String Rights_yes;
    public static String Rights_no;
    public static String Rights_unknown;
    public static String Rights_needs;
    public static String Rights_cannotRead;
    public static String Rights_trade_asks;
    public static String Rights_trade_allowed;
    public static String Rights_trade_wouldAsk;
    public static String Rights_refuses;
    public static String Rights_wouldRefuse;
    public static String Rights_look;
    public static String Rights_unbound;
    public static String Rights_bound_works;
    public static String Removal_goes;
    public static String Removal_goes_words;
    public static String Removal_goes_practice;
    public static String Removal_stays;
    public static String Removal_stays_none;
    public static String Removal_stays_one;
    public static String Removal_stays_words;
    public static String Removal_recording;
    public static String Removal_noRecording;
    public static String Removal_recordingUnknown;
    public static String Removal_join;
    public static String Removal_name;
    public static String Removal_name_one;
    public static String Removal_open;
    public static String Removal_open_one;
    public static String Removal_open_words;
    public static String Removal_there;
    public static String Removal_there_words;
    public static String Removal_again;
    public static String Removal_again_practice;
    public static String Key_none;
    public static String Key_allowed;
    public static String Key_askTip;
    public static String Key_anywhere;
    public static String Key_line;
    public static String Key_notAsked;
    public static String Key_bound;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.model.accounts.messages", Messages.class);
    }

    private Messages() {
    }
}
