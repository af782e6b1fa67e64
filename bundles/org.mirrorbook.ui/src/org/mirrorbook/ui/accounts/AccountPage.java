package org.mirrorbook.ui.accounts;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.ui.model.accounts.AccountDraft;

/** Which account: its name, its exchange, and its key. UI thread only. */
final class AccountPage extends WizardPage {

    private final AccountDraft draft;
    private final boolean withKey;
    private AccountFields fields;
    private boolean touched;

    /** @param withKey whether to begin at the key */
    AccountPage(AccountDraft draft, boolean withKey) {
        super("account");
        this.draft = draft;
        this.withKey = withKey;
        setTitle(draft.edited().map(account -> NLS.bind(Messages.AccountPage_editTitle, account.label()))
                .orElse(Messages.AccountPage_addTitle));
        setMessage(Messages.AccountPage_words);
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).applyTo(area);
        fields = new AccountFields(area, draft.edited(), this::changed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
        setControl(area);
        draft.typed(fields.form());
        complete();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            complete();
            fields.begin(withKey);
        }
    }

    private void changed() {
        touched = true;
        draft.typed(fields.form());
        complete();
    }

    private void complete() {
        var problem = draft.accountProblem();
        setPageComplete(problem.isEmpty());
        setErrorMessage(null);
        if (problem.isPresent() && touched) {
            setMessage(problem.get(), IMessageProvider.INFORMATION);
        } else {
            setMessage(Messages.AccountPage_words);
        }
    }

    /** Nothing of the key stays in a widget. */
    void wipe() {
        if (fields != null && !fields.isDisposed()) {
            fields.wipe();
        }
    }
}
