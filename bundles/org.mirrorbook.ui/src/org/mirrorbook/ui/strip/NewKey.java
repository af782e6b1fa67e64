package org.mirrorbook.ui.strip;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.accounts.AccountWizard;
import org.mirrorbook.ui.model.OfAccount;

/** Gives the selected account another key. */
public final class NewKey extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        try (var surroundings = new Surroundings()) {
            var desk = surroundings.watch(AccountDesk.class, NewKey::ignored).now();
            if (desk.isPresent() && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                    && selection.getFirstElement() instanceof OfAccount one) {
                desk.get().known().stream().filter(account -> account.id().equals(one.account())).findFirst().ifPresent(
                        account -> AccountWizard.newKey(HandlerUtil.getActiveShell(event), desk.get(), account));
            }
        }
        return null;
    }

    private static void ignored() {
        // asked once: what comes later is not of interest
    }
}
