package org.mirrorbook.ui.books;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.ui.model.OfAccount;

/** Compares an account with the exchange and shows the Reconciliation view: the account of the selection, else the one shown there. */
public final class CompareWithExchange extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        var page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        // in the view itself the account that is shown there is meant, whatever is selected in its tables
        var account = HandlerUtil.getActivePart(event) instanceof ReconciliationView ? Optional.<AccountId>empty() : account(event);
        try {
            show(page, account);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }

    /**
     * Shows the Reconciliation view and begins to compare there. UI thread.
     *
     * @param account absent for the one that is shown there
     */
    public static void show(IWorkbenchPage page, Optional<AccountId> account) throws PartInitException {
        if (page.showView(ReconciliationView.ID) instanceof ReconciliationView view) {
            view.compare(account);
        }
    }

    private static Optional<AccountId> account(ExecutionEvent event) {
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof OfAccount row ? Optional.of(row.account()) : Optional.empty();
    }
}
