package org.mirrorbook.ui.start;

import java.util.Arrays;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Palette;

/** Asks for the master password, twice when it is made. UI thread only. */
final class PasswordDialog extends Dialog {

    private static final int SHORTEST = 8;
    private static final int WIDTH = 420;

    private final boolean first;
    private Text password;
    private Text again;
    private Label remark;
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
        var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(12, 8).applyTo(area);
        var title = line(area, first ? Messages.PasswordDialog_titleFirst : Messages.PasswordDialog_title);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        line(area, first ? Messages.PasswordDialog_wordsFirst : Messages.PasswordDialog_words);
        password = field(area, Messages.PasswordDialog_password);
        if (first) {
            again = field(area, Messages.PasswordDialog_again);
        }
        remark = line(area, first ? Messages.PasswordDialog_tooShort : "");
        remark.setForeground(new Palette().of(Tone.TEXT2));
        return area;
    }

    private static Label line(Composite area, String words) {
        var label = new Label(area, SWT.WRAP);
        label.setText(words);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
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
        remark.setText(first && tooShort ? Messages.PasswordDialog_tooShort : different ? Messages.PasswordDialog_different : "");
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
