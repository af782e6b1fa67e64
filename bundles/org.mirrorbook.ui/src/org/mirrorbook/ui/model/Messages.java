package org.mirrorbook.ui.model;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String LiveColumn_account;
    public static String LiveColumn_symbol;
    public static String LiveColumn_side;
    public static String LiveColumn_size;
    public static String LiveColumn_entry;
    public static String LiveColumn_mark;
    public static String LiveColumn_unrealised;
    public static String LiveColumn_realised;
    public static String LiveColumn_leverage;
    public static String LiveColumn_margin;
    public static String LiveColumn_openSince;
    public static String LiveRows_fresh;
    public static String LiveRows_late;
    public static String LiveRows_markOfRow;
    public static String LiveRows_reconnecting;
    public static String LiveRows_attention;
    public static String LiveRows_degraded;
    public static String LiveRows_off;
    public static String LiveRows_since;
    public static String LiveRows_lastValues;
    public static String LiveTotals_one;
    public static String LiveTotals_many;
    public static String LiveTotals_unrealised;
    public static String LiveTotals_realised;
    public static String LiveTotals_margin;
    public static String LiveTotals_stale;
    public static String LiveTotals_unknown;
    public static String Environment_demo_tag;
    public static String Environment_practice_tag;
    public static String HealthWords_message;
    public static String HealthWords_snapshot;
    public static String HealthWords_clockEqual;
    public static String HealthWords_clockBehind;
    public static String HealthWords_clockAhead;
    public static String HealthWords_gap;
    public static String HealthWords_gaps;
    public static String HealthWords_strange;
    public static String HealthWords_stranges;
    public static String HealthWords_join;
    public static String LinkWords_off;
    public static String LinkWords_connecting;
    public static String LinkWords_live;
    public static String LinkWords_reconnecting;
    public static String LinkWords_attention;
    public static String LinkWords_degraded;
    public static String LinkWords_nextTry;
    public static String LinkWords_join;
    public static String JournalColumn_opened;
    public static String JournalColumn_symbol;
    public static String JournalColumn_side;
    public static String JournalColumn_account;
    public static String JournalColumn_status;
    public static String JournalColumn_certainty;
    public static String JournalColumn_size;
    public static String JournalColumn_entry;
    public static String JournalColumn_exit;
    public static String JournalColumn_net;
    public static String JournalColumn_fees;
    public static String JournalColumn_funding;
    public static String JournalColumn_held;
    public static String JournalRows_guess;
    public static String JournalRows_guess_tip;
    public static String Certainty_live;
    public static String Certainty_notWatched;
    public static String Certainty_notWatched_tip;
    public static String Certainty_provisional;
    public static String Certainty_provisional_tip;
    public static String Certainty_confirmed;
    public static String Certainty_confirmed_tip;
    public static String Certainty_found_tip;
    public static String Certainty_unconfirmed;
    public static String Certainty_unconfirmed_tip;
    public static String JournalTotals_one;
    public static String JournalTotals_many;
    public static String JournalTotals_net;
    public static String JournalTotals_open;
    public static String JournalTotals_onlyOpen;
    public static String JournalTotals_fees;
    public static String JournalTotals_funding;
    public static String JournalTotals_winRate;
    public static String JournalTotals_withBe;
    public static String AccountForm_label;
    public static String AccountForm_endpoint;
    public static String AccountForm_tls;
    public static String AccountForm_key;
    public static String AccountRow_mirror;
    public static String AccountRow_account;
    public static String AccountRow_exchange;
    public static String AccountRow_environment;
    public static String AccountRow_kind;
    public static String AccountRow_status;
    public static String Environment_live;
    public static String Environment_demo;
    public static String Environment_practice;
    public static String TrialRow_step;
    public static String TrialRow_result;
    public static String TrialRow_took;
    public static String TrialRow_ms;
    public static String TrialRow_code;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.model.messages", Messages.class);
    }

    private Messages() {
    }
}
