package org.mirrorbook.ui.books;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String CorrectionDialog_window;
    public static String CorrectionDialog_one;
    public static String CorrectionDialog_many;
    public static String CorrectionDialog_leave;
    public static String CorrectionDialog_correct;
    public static String CorrectionDialog_kept;
    public static String BooksReading_read;
    public static String LifeReading_read;
    public static String DifferencePanel_sides;
    public static String DifferencePanel_why;
    public static String DifferencePanel_correct;
    public static String DifferencePanel_correctAll;
    public static String DifferencePanel_correctBoth;
    public static String DifferencePanel_leave;
    public static String BusyBar_stop;
    public static String ReconciliationView_accounts;
    public static String ReconciliationView_differences;
    public static String ReconciliationView_keys;
    public static String ReconciliationView_depth;
    public static String ReconciliationView_menu;
    public static String ReconciliationView_none;
    public static String ReconciliationView_noneWords;
    public static String ReconciliationView_unread;
    public static String ReconciliationView_again;
    public static String ReconciliationView_never;
    public static String ReconciliationView_neverWords;
    public static String ReconciliationView_failed;
    public static String ReconciliationView_compare;
    public static String ReconciliationView_equal;
    public static String ReconciliationView_unit;
    public static String BooksActions_compare;
    public static String BooksActions_comparing;
    public static String BooksActions_correct;
    public static String BooksActions_correcting;
    public static String BooksActions_one;
    public static String BooksActions_many;
    public static String BooksActions_failed;
    public static String BooksActions_leaveTitle;
    public static String BooksActions_leaveWords;
    public static String BooksActions_leaveCancel;
    public static String BooksActions_leave;
    public static String BooksActions_left;
    public static String RunsView_name;
    public static String RunsView_eventful;
    public static String RunsView_read;
    public static String RunsView_none;
    public static String RunsView_noneWords;
    public static String RunsView_unread;
    public static String ReconciliationView_former;
    public static String ReconciliationView_formerWords;
    public static String ComparisonPanel_name;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.books.messages", Messages.class);
    }

    private Messages() {
    }
}
