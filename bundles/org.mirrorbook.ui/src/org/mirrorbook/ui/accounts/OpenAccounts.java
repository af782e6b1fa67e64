package org.mirrorbook.ui.accounts;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the preferences at the exchange accounts. */
public final class OpenAccounts extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        PreferencesUtil.createPreferenceDialogOn(HandlerUtil.getActiveShell(event), AccountsPage.ID, null, null).open();
        return null;
    }
}
