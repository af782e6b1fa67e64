package org.mirrorbook.ui.books;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String ComparisonDialog_window;
    public static String ComparisonDialog_title;
    public static String ComparisonDialog_words;
    public static String ComparisonDialog_account;
    public static String ComparisonDialog_again;
    public static String ComparisonDialog_correctSelected;
    public static String ComparisonDialog_correctAll;
    public static String ComparisonDialog_compare;
    public static String ComparisonDialog_correct;
    public static String ComparisonDialog_comparing;
    public static String ComparisonDialog_correcting;
    public static String ComparisonDialog_stopped;
    public static String ComparisonDialog_notOpen;
    public static String ComparisonPanel_stop;
    public static String ComparisonPanel_remark;
    public static String CorrectionDialog_window;
    public static String CorrectionDialog_one;
    public static String CorrectionDialog_many;
    public static String CorrectionDialog_leave;
    public static String CorrectionDialog_correct;
    public static String CorrectionDialog_kept;
    public static String CompareWithExchange_none;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.books.messages", Messages.class);
    }

    private Messages() {
    }
}
