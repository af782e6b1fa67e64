package org.mirrorbook.ui.accounts;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.ui.model.accounts.KeyTest;

/** The window of the wizard, with a button that tests the key again. UI thread only. */
final class AccountWizardDialog extends WizardDialog {

    private static final int TEST_ID = IDialogConstants.CLIENT_ID + 1;
    private static final Point SIZE = new Point(680, 730);

    private final AccountWizard wizard;
    private Button test;

    AccountWizardDialog(Shell parent, AccountWizard wizard) {
        super(parent, wizard);
        this.wizard = wizard;
        setHelpAvailable(false);
    }

    @Override
    protected Point getInitialSize() {
        var needed = super.getInitialSize();
        return new Point(Math.max(SIZE.x, needed.x), Math.max(SIZE.y, needed.y));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        test = createButton(parent, TEST_ID, Messages.AccountWizard_test, false);
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == TEST_ID) {
            wizard.keyPage().test();
        } else {
            super.buttonPressed(button);
        }
    }

    @Override
    public void updateButtons() {
        super.updateButtons();
        // not only disabled: the dark theme's sheet paints a button that was hidden as if it could be pressed
        test.setVisible(getCurrentPage() == wizard.keyPage() && !wizard.isSaving() && !wizard.draft().test().is(KeyTest.State.RUNNING));
        if (wizard.isSaving()) {
            for (int id : new int[] {IDialogConstants.BACK_ID, IDialogConstants.NEXT_ID, IDialogConstants.CANCEL_ID}) {
                getButton(id).setEnabled(false);
            }
        } else {
            getButton(IDialogConstants.CANCEL_ID).setEnabled(true);
        }
    }
}
