package org.mirrorbook.ui.accounts;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountForm;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * Adds an account or edits one. Its key is tried before anything is kept; a refused key is not kept at all, an exchange that cannot be
 * reached now may be added all the same. UI thread only.
 */
public final class AccountDialog extends TitleAreaDialog {

    private static final int TEST_ID = IDialogConstants.CLIENT_ID + 1;

    private final AccountDesk desk;
    private final Optional<Account> edited;
    private AccountFields fields;
    private TrialPanel trial;
    private UiDoor door;
    private boolean busy;
    /** The last trial that came to an end, and of what. */
    private Optional<Tried> tried = Optional.empty();

    private record Tried(AccountForm form, KeyTrial trial) {
        boolean unreachable() {
            return trial.problem().filter(problem -> problem.remedy() == VenueProblem.Remedy.RETRY).isPresent();
        }
    }

    /** @param edited absent to add a new one */
    public AccountDialog(Shell parent, AccountDesk desk, Optional<Account> edited) {
        super(parent);
        this.desk = desk;
        this.edited = edited;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(edited.isPresent() ? Messages.AccountDialog_edit : Messages.AccountDialog_add);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(16, 16).spacing(8, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, SWT.DEFAULT).applyTo(area);
        fields = new AccountFields(area, edited, this::changed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
        new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL).setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
        trial = new TrialPanel(area, Messages.AccountDialog_invitation);
        door = new UiDoor(area);
        setTitle(edited.isPresent() ? NLS.bind(Messages.AccountDialog_editTitle, edited.get().label()) : Messages.AccountDialog_addTitle);
        setMessage(Messages.AccountDialog_words);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, TEST_ID, Messages.AccountDialog_test, false);
        createButton(parent, IDialogConstants.OK_ID, okLabel(), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        enable();
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == TEST_ID) {
            test(false);
        } else {
            super.buttonPressed(button);
        }
    }

    @Override
    protected void okPressed() {
        var form = fields.form();
        boolean nothingToTry = edited.isPresent() && form.credential().isEmpty();
        var known = tried.filter(last -> last.form().equals(form));
        if (nothingToTry || known.filter(last -> last.trial().problem().isEmpty() || last.unreachable()).isPresent()) {
            keep(form, known.flatMap(last -> last.trial().kind()).orElse(""));
        } else {
            test(true);
        }
    }

    @Override
    public boolean close() {
        trial.stop();
        fields.wipe();
        tried = Optional.empty();
        return super.close();
    }

    private void test(boolean thenKeep) {
        var form = fields.form();
        busy(true);
        setMessage(Messages.AccountDialog_testing);
        trial.begin(desk.tryKey(form.wanted(), form.credential(), result -> door.enter(() -> judge(form, result, thenKeep)),
                sentence -> door.enter(() -> refuse(sentence))), () -> {
                    busy(false);
                    setMessage(Messages.AccountDialog_words);
                });
    }

    private void judge(AccountForm form, KeyTrial result, boolean thenKeep) {
        tried = Optional.of(new Tried(form, result));
        trial.end(result);
        busy(false);
        var problem = result.problem();
        if (problem.isEmpty()) {
            setMessage(result.kind().map(kind -> NLS.bind(Messages.AccountDialog_goodKind, kind)).orElse(Messages.AccountDialog_good));
            if (thenKeep) {
                keep(form, result.kind().orElse(""));
            }
        } else if (tried.get().unreachable()) {
            setMessage(Messages.AccountDialog_unreachable, IMessageProvider.WARNING);
        } else {
            boolean tooMuch = result.steps().stream()
                    .anyMatch(step -> step.problem().isPresent() && step.name().equals(KeyTrial.RIGHTS));
            // the table cuts the sentence short that says what to do
            setMessage(tooMuch ? problem.get().getMessage() : Messages.AccountDialog_refused, IMessageProvider.ERROR);
        }
    }

    private void keep(AccountForm form, String kind) {
        busy(true);
        setMessage(Messages.AccountDialog_keeping);
        edited.ifPresentOrElse(account -> keepEdited(account, form),
                () -> desk.add(form.wanted(), form.credential(), kind, added -> keepRisk(added, form, this::tellLater),
                        sentence -> door.enter(() -> refuse(sentence))));
    }

    private void keepEdited(Account account, AccountForm form) {
        // a change of 1R alone must not start the mirror again
        if (form.label().equals(account.label()) && form.credential().isEmpty()
                && form.acceptsTradingKey() == account.acceptsTradingKey()) {
            keepRisk(account, form, this::refuse);
        } else {
            desk.edit(account, form.label(), form.credential(), form.acceptsTradingKey(), done -> keepRisk(done, form, this::tellLater),
                    sentence -> door.enter(() -> refuse(sentence)));
        }
    }

    private void keepRisk(Account account, AccountForm form, Consumer<String> failed) {
        if (form.risk().unit().equals(account.riskUnit())) {
            door.enter(super::okPressed);
        } else {
            desk.setRiskUnit(account, form.risk().unit(), done -> door.enter(super::okPressed),
                    sentence -> door.enter(() -> failed.accept(sentence)));
        }
    }

    /** The account is kept: only what 1R is in it is not. */
    private void tellLater(String sentence) {
        var parent = getParentShell();
        super.okPressed();
        MessageDialog.openError(parent, Messages.AccountDialog_riskWindow, NLS.bind(Messages.AccountDialog_riskNotKept, sentence));
    }

    private void refuse(String sentence) {
        busy(false);
        trial.say(Messages.AccountDialog_nothingKept);
        setMessage(sentence, IMessageProvider.ERROR);
    }

    private void changed() {
        if (fields != null && getButton(IDialogConstants.OK_ID) != null) {
            setMessage(Messages.AccountDialog_words);
            enable();
        }
    }

    private void busy(boolean busy) {
        this.busy = busy;
        fields.setEnabled(!busy);
        enable();
    }

    private void enable() {
        var form = fields.form();
        var problem = form.problem();
        getButton(IDialogConstants.OK_ID).setText(okLabel());
        getButton(IDialogConstants.OK_ID).setEnabled(!busy && problem.isEmpty());
        getButton(TEST_ID).setEnabled(!busy && problem.isEmpty() && (edited.isEmpty() || form.credential().isPresent()));
        boolean touched = !form.label().isEmpty() || !form.apiKey().isEmpty();
        if (!busy && touched) {
            problem.ifPresent(sentence -> setMessage(sentence, IMessageProvider.INFORMATION));
        }
    }

    private String okLabel() {
        if (tried.filter(last -> last.form().equals(fields.form()) && last.unreachable()).isPresent()) {
            return edited.isPresent() ? Messages.AccountDialog_saveAnyway : Messages.AccountDialog_addAnyway;
        }
        return edited.isPresent() ? Messages.AccountDialog_save : Messages.AccountDialog_addButton;
    }
}
