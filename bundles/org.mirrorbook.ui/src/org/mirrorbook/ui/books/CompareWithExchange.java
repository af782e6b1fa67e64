package org.mirrorbook.ui.books;

import java.time.Clock;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.model.TradeRow;

/** Compares an account with the exchange: the one of the selected trade, else the first; another one can be chosen in the dialog. */
public final class CompareWithExchange extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var shell = HandlerUtil.getActiveShell(event);
        try (var surroundings = new Surroundings()) {
            var clock = surroundings.watch(Clock.class, CompareWithExchange::ignored).now();
            var accounts = surroundings.watch(AccountDesk.class, CompareWithExchange::ignored).now().map(AccountDesk::known);
            if (clock.isEmpty() || accounts.filter(known -> !known.isEmpty()).isEmpty()) {
                MessageDialog.openInformation(shell, Messages.ComparisonDialog_window, Messages.CompareWithExchange_none);
            } else {
                new ComparisonDialog(shell, surroundings, accounts.get(), account(event), clock.get()).open();
            }
        }
        return null;
    }

    private static void ignored() {
        // asked once: what comes later is not of interest
    }

    private static Optional<AccountId> account(ExecutionEvent event) {
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof TradeRow row ? Optional.of(row.account()) : Optional.empty();
    }
}
