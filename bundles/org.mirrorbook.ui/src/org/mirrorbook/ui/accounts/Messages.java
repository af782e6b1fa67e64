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
    public static String AccountFields_key;
    public static String AccountFields_secret;
    public static String AccountFields_passphrase;
    public static String AccountFields_unchanged;
    public static String RemoveDialog_window;
    public static String RemoveDialog_question;
    public static String RemoveDialog_keep;
    public static String RemoveDialog_remove;
    public static String AccountsPage_words;
    public static String AccountsPage_remove;
    public static String AccountsPage_notOpen;
    public static String AccountDesk_risk;
    public static String AccountsPage_compare;
    public static String AccountsTable_name;
    public static String AccountFields_endpoint_hint;
    public static String AccountFields_endpoint_practice;
    public static String AccountFields_remark;
    public static String AccountFields_remark_edit;
    public static String AccountFields_remark_practice;
    public static String TrialPanel_name;
    public static String TrialPanel_running;
    public static String TrialPanel_stop;
    public static String TrialPanel_stopped;
    public static String TrialPanel_copy;
    public static String RiskFields_fixed;
    public static String RiskFields_percent;
    public static String RiskFields_none;
    public static String RiskFields_amount;
    public static String RiskFields_coin;
    public static String RiskFields_part;
    public static String RiskFields_ofEquity;
    public static String AccountWizard_add;
    public static String AccountWizard_edit;
    public static String AccountWizard_test;
    public static String AccountWizard_saving;
    public static String AccountWizard_notSaved;
    public static String AccountWizard_riskWindow;
    public static String AccountWizard_riskNotKept;
    public static String AccountPage_addTitle;
    public static String AccountPage_editTitle;
    public static String AccountPage_words;
    public static String KeyPage_title;
    public static String KeyPage_test;
    public static String KeyPage_testing;
    public static String KeyPage_stopped;
    public static String KeyPage_rights;
    public static String KeyPage_rights_name;
    public static String KeyPage_consent;
    public static String RiskPage_title;
    public static String RiskPage_words;
    public static String RiskPage_about;
    public static String RiskPage_mirror;
    public static String RiskPage_ready;
    public static String AccountsPage_add;
    public static String AccountsPage_edit;
    public static String AccountsPage_test;
    public static String AccountsPage_newKey;
    public static String AccountsPage_invitation;
    public static String AccountsPage_tested;
    public static String AccountsPage_atOnce;
    public static String AccountsPage_starting;
    public static String AccountsPage_stopping;
    public static String AccountsPage_started;
    public static String AccountsPage_stopped;
    public static String AccountsPage_removed;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.accounts.messages", Messages.class);
    }

    private Messages() {
    }
}
