package org.mirrorbook.ui.start;

import java.util.Arrays;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the master password, twice when it is made. UI thread only. */
final class PasswordDialog extends TitleAreaDialog {

    private static final int SHORTEST = 8;

    private final boolean first;
    private Text password;
    private Text again;
    private char[] taken = new char[0];

    PasswordDialog(Shell parent, boolean first) {
        super(parent);
        this.first = first;
    }

    /** The password; the caller wipes it. */
    char[] takePassword() {
        var result = taken;
        taken = new char[0];
        return result;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.PasswordDialog_window);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(12, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        password = field(area, Messages.PasswordDialog_password);
        if (first) {
            again = field(area, Messages.PasswordDialog_again);
        }
        setTitle(first ? Messages.PasswordDialog_titleFirst : Messages.PasswordDialog_title);
        setMessage(first ? Messages.PasswordDialog_wordsFirst : Messages.PasswordDialog_words);
        return area;
    }

    private Text field(Composite area, String label) {
        new Label(area, SWT.NONE).setText(label);
        var text = new Text(area, SWT.BORDER | SWT.PASSWORD);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(event -> check());
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, first ? Messages.PasswordDialog_make : Messages.PasswordDialog_unlock, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    private void check() {
        boolean tooShort = password.getCharCount() < (first ? SHORTEST : 1);
        boolean different = first && !same(password.getTextChars(), again.getTextChars());
        getButton(IDialogConstants.OK_ID).setEnabled(!tooShort && !different);
        if (first && tooShort) {
            setMessage(Messages.PasswordDialog_tooShort, IMessageProvider.INFORMATION);
        } else if (different) {
            setMessage(Messages.PasswordDialog_different, IMessageProvider.INFORMATION);
        } else {
            setMessage(first ? Messages.PasswordDialog_wordsFirst : Messages.PasswordDialog_words);
        }
    }

    private static boolean same(char[] one, char[] other) {
        boolean same = Arrays.equals(one, other);
        Arrays.fill(one, ' ');
        Arrays.fill(other, ' ');
        return same;
    }

    @Override
    protected void okPressed() {
        taken = password.getTextChars();
        super.okPressed();
    }
}
