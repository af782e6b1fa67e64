package org.mirrorbook.ui.model.accounts;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.ui.model.AccountForm;
import org.mirrorbook.ui.model.AccountRow;

/** Sentences about an account that is made or changed. */
final class AccountWords {

    /** So many characters of an API key tell it from others of the same user; a shorter key tells nothing. */
    private static final int TOLD = 4;
    private static final int LONG_ENOUGH = 12;

    private AccountWords() {
    }

    static String subject(AccountForm form, boolean kept) {
        var where = NLS.bind(Messages.Subject_where, AccountRow.exchange(form.venue()), AccountRow.environment(form.environment()));
        if (form.isEmbeddedPractice()) {
            return Messages.Subject_embedded;
        }
        if (kept) {
            return NLS.bind(Messages.Subject_kept, where);
        }
        int length = form.apiKey().length();
        return length < LONG_ENOUGH ? where : NLS.bind(Messages.Subject_key, where, form.apiKey().substring(length - TOLD));
    }

    static String summary(AccountDraft draft) {
        var form = draft.form();
        var words = new StringBuilder();
        if (draft.edited().isEmpty()) {
            words.append(NLS.bind(form.isEmbeddedPractice() ? Messages.Summary_practice : Messages.Summary_add, form.label()));
            words.append(' ').append(form.mirror() ? Messages.Summary_mirror : Messages.Summary_notYet);
        } else if (draft.keyStays()) {
            words.append(draft.changesConnection() ? Messages.Summary_again : Messages.Summary_same);
        } else {
            words.append(NLS.bind(Messages.Summary_newKey, form.label()));
        }
        return words.toString();
    }
}
