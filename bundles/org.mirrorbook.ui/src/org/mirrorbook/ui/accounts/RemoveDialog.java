package org.mirrorbook.ui.accounts;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Palette;

/** Says what goes and what stays before an account is removed; to keep it is the default. UI thread only. */
final class RemoveDialog extends MessageDialog {

    private static final int REMOVE = 1;
    private static final int WIDTH_OF_WORDS = 380;

    private final Account account;
    private final int trades;

    RemoveDialog(Shell parent, Account account, int trades) {
        super(parent, Messages.RemoveDialog_window, null, NLS.bind(Messages.RemoveDialog_question, account.label()), MessageDialog.WARNING,
                0, Messages.RemoveDialog_keep, Messages.RemoveDialog_remove);
        this.account = account;
        this.trades = trades;
    }

    /** Asks; whether it shall be removed. */
    boolean confirmed() {
        return open() == REMOVE;
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(52, 0, 0, 8).spacing(16, 10).applyTo(area);
        boolean practice = account.isEmbeddedPractice();
        line(area, Messages.RemoveDialog_goes, practice ? NLS.bind(Messages.RemoveDialog_goes_practice, account.label())
                : NLS.bind(Messages.RemoveDialog_goes_words, account.label()));
        line(area, Messages.RemoveDialog_stays, NLS.bind(
                trades == 0 ? Messages.RemoveDialog_stays_none : trades == 1 ? Messages.RemoveDialog_stays_one
                        : Messages.RemoveDialog_stays_words,
                trades, account.label()));
        if (!practice) {
            var exchange = AccountRow.exchange(account.venue());
            line(area, NLS.bind(Messages.RemoveDialog_there, exchange), Messages.RemoveDialog_there_words);
        }
        return area;
    }

    private static void line(Composite area, String name, String words) {
        var label = new Label(area, SWT.NONE);
        label.setText(name);
        label.setForeground(new Palette().of(Tone.TEXT2));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        var text = new Label(area, SWT.WRAP);
        text.setText(words);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(text);
    }
}
