package org.mirrorbook.ui.accounts;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountForm;
import org.mirrorbook.ui.model.RiskUnitForm;
import org.mirrorbook.ui.model.accounts.AccountDraft;
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * Adds an exchange account or changes one, in three pages: which account and which key, what the key may do, what is risked. Nothing is
 * kept before Finish; a refused key is not kept at all. UI thread only.
 */
public final class AccountWizard extends Wizard {

    private static final int BANNER = 40;

    private final AccountDesk desk;
    private final AccountDraft draft;
    private final AccountPage account;
    private final KeyPage key;
    private UiDoor door;
    private boolean saving;

    private AccountWizard(AccountDesk desk, Optional<Account> edited, boolean withKey) {
        this.desk = desk;
        var risk = edited.map(one -> RiskUnitForm.of(one.riskUnit())).orElseGet(new RiskChoice()::usual);
        draft = new AccountDraft(edited, desk.known(), edited.map(one -> new AccountForm(one.label(), one.venue(), one.environment(),
                one.endpoint().map(Object::toString).orElse(""), "", "", "", one.mirror(), one.acceptsTradingKey(), risk, false))
                .orElseGet(() -> new AccountForm("", "bitget", Environment.LIVE, "", "", "", "", true, false, risk, true)));
        account = new AccountPage(draft, withKey);
        key = new KeyPage(draft, desk);
        setWindowTitle(edited.isPresent() ? Messages.AccountWizard_edit : Messages.AccountWizard_add);
        setDefaultPageImageDescriptor(Icons.banner("key", BANNER));
    }

    /** Opens the wizard for a new account, and returns when it is closed. */
    public static void add(Shell parent, AccountDesk desk) {
        new AccountWizardDialog(parent, new AccountWizard(desk, Optional.empty(), false)).open();
    }

    /** Opens it for one that is there. */
    public static void edit(Shell parent, AccountDesk desk, Account account) {
        new AccountWizardDialog(parent, new AccountWizard(desk, Optional.of(account), false)).open();
    }

    /** Opens it for one that is there, at its key. */
    public static void newKey(Shell parent, AccountDesk desk, Account account) {
        new AccountWizardDialog(parent, new AccountWizard(desk, Optional.of(account), true)).open();
    }

    @Override
    public void addPages() {
        addPage(account);
        addPage(key);
        addPage(new RiskPage(draft));
    }

    @Override
    public void createPageControls(Composite container) {
        super.createPageControls(container);
        door = new UiDoor(container);
    }

    /** The page on which the key is tested. */
    KeyPage keyPage() {
        return key;
    }

    AccountDraft draft() {
        return draft;
    }

    boolean isSaving() {
        return saving;
    }

    @Override
    public boolean canFinish() {
        return !saving && draft.mayFinish();
    }

    @Override
    public boolean performCancel() {
        // what was begun comes to its end, and is told
        return !saving;
    }

    @Override
    public boolean performFinish() {
        key.stop();
        saving(true);
        var form = draft.form();
        draft.edited().ifPresentOrElse(this::keepEdited, () -> desk.add(form.wanted(), form.credential(), draft.kind(),
                added -> keepRisk(added, this::tellLater), this::refused));
        return false;
    }

    private void keepEdited(Account edited) {
        var form = draft.form();
        if (draft.changesConnection()) {
            desk.edit(edited, form.label(), form.credential(), form.acceptsTradingKey(), done -> keepRisk(done, this::tellLater),
                    this::refused);
        } else {
            // a change of 1R alone must not start the mirror again
            keepRisk(edited, this::refused);
        }
    }

    private void keepRisk(Account kept, Consumer<String> failed) {
        draft.test().trial().filter(trial -> draft.keyIsFine()).ifPresent(trial -> desk.tested(kept, trial));
        door.enter(() -> {
            var unit = draft.form().risk().unit();
            if (unit.equals(kept.riskUnit())) {
                close();
            } else {
                desk.setRiskUnit(kept, unit, done -> door.enter(this::close), failed);
            }
        });
    }

    private void close() {
        saving = false;
        ((AccountWizardDialog) getContainer()).close();
    }

    /** The account is kept: only what 1R is in it is not. */
    private void tellLater(String sentence) {
        door.enter(() -> {
            var parent = getShell().getParent() instanceof Shell shell ? shell : null;
            close();
            MessageDialog.openError(parent, Messages.AccountWizard_riskWindow, NLS.bind(Messages.AccountWizard_riskNotKept, sentence));
        });
    }

    private void refused(String sentence) {
        door.enter(() -> {
            saving(false);
            ((WizardPage) getContainer().getCurrentPage()).setErrorMessage(NLS.bind(Messages.AccountWizard_notSaved, sentence));
        });
    }

    private void saving(boolean now) {
        saving = now;
        var page = (WizardPage) getContainer().getCurrentPage();
        page.getControl().setEnabled(!now);
        if (now) {
            page.setErrorMessage(null);
            page.setMessage(Messages.AccountWizard_saving);
        }
        getContainer().updateButtons();
    }

    @Override
    public void dispose() {
        key.stop();
        account.wipe();
        draft.forget();
        super.dispose();
    }
}
