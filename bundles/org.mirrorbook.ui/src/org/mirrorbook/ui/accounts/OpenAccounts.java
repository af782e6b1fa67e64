package org.mirrorbook.ui.accounts;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the preferences at the exchange accounts. */
public final class OpenAccounts extends AbstractHandler {

    private static final int WIDTH = 1200;

    @Override
    public Object execute(ExecutionEvent event) {
        var dialog = PreferencesUtil.createPreferenceDialogOn(HandlerUtil.getActiveShell(event), AccountsPage.ID, null, null);
        widen(dialog.getShell());
        dialog.open();
        return null;
    }

    /** So wide that the table has room for what the keys may do, where the screen is. */
    private static void widen(Shell shell) {
        var screen = shell.getMonitor().getClientArea();
        var bounds = shell.getBounds();
        int width = Math.min(WIDTH, screen.width);
        if (bounds.width < width) {
            shell.setBounds(screen.x + (screen.width - width) / 2, bounds.y, width, bounds.height);
        }
    }
}
