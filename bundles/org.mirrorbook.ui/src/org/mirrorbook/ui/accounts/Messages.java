package org.mirrorbook.ui.accounts;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String AccountDesk_read;
    public static String AccountDesk_try;
    public static String AccountDesk_add;
    public static String AccountDesk_edit;
    public static String AccountDesk_on;
    public static String AccountDesk_off;
    public static String AccountDesk_remove;
    public static String AccountDesk_count;
    public static String AccountFields_label;
    public static String AccountFields_label_hint;
    public static String AccountFields_exchange;
    public static String AccountFields_environment;
    public static String AccountFields_live;
    public static String AccountFields_demo;
    public static String AccountFields_practice;
    public static String AccountFields_endpoint;
    public static String AccountFields_endpoint_hint;
    public static String AccountFields_key;
    public static String AccountFields_secret;
    public static String AccountFields_passphrase;
    public static String AccountFields_unchanged;
    public static String AccountFields_remark;
    public static String AccountFields_remark_edit;
    public static String AccountFields_remark_practice;
    public static String AccountFields_trading;
    public static String AccountFields_trading_tip;
    public static String AccountFields_mirror;
    public static String TrialPanel_running;
    public static String TrialPanel_stop;
    public static String TrialPanel_stopped;
    public static String AccountDialog_add;
    public static String AccountDialog_edit;
    public static String AccountDialog_addTitle;
    public static String AccountDialog_editTitle;
    public static String AccountDialog_words;
    public static String AccountDialog_invitation;
    public static String AccountDialog_test;
    public static String AccountDialog_addButton;
    public static String AccountDialog_addAnyway;
    public static String AccountDialog_save;
    public static String AccountDialog_saveAnyway;
    public static String AccountDialog_testing;
    public static String AccountDialog_keeping;
    public static String AccountDialog_good;
    public static String AccountDialog_goodKind;
    public static String AccountDialog_refused;
    public static String AccountDialog_unreachable;
    public static String AccountDialog_nothingKept;
    public static String RemoveDialog_window;
    public static String RemoveDialog_question;
    public static String RemoveDialog_keep;
    public static String RemoveDialog_remove;
    public static String RemoveDialog_goes;
    public static String RemoveDialog_goes_words;
    public static String RemoveDialog_goes_practice;
    public static String RemoveDialog_stays;
    public static String RemoveDialog_stays_none;
    public static String RemoveDialog_stays_one;
    public static String RemoveDialog_stays_words;
    public static String RemoveDialog_there;
    public static String RemoveDialog_there_words;
    public static String AccountsPage_words;
    public static String AccountsPage_add;
    public static String AccountsPage_edit;
    public static String AccountsPage_test;
    public static String AccountsPage_remove;
    public static String AccountsPage_invitation;
    public static String AccountsPage_atOnce;
    public static String AccountsPage_starting;
    public static String AccountsPage_stopping;
    public static String AccountsPage_started;
    public static String AccountsPage_stopped;
    public static String AccountsPage_removed;
    public static String AccountsPage_notOpen;
    public static String AccountDesk_risk;
    public static String AccountDialog_riskWindow;
    public static String AccountDialog_riskNotKept;
    public static String RiskFields_risk;
    public static String RiskFields_none;
    public static String RiskFields_fixed;
    public static String RiskFields_percent;
    public static String RiskFields_ofEquity;
    public static String RiskFields_tip;
    public static String AccountsPage_compare;
    public static String AccountsTable_name;
    public static String TrialPanel_name;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.accounts.messages", Messages.class);
    }

    private Messages() {
    }
}
