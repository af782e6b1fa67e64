package org.mirrorbook.ui.commands;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.model.OfAccount;

/**
 * A command on the accounts of what is selected: an account, a position, a trade. Where nothing of that is selected all accounts are
 * meant, unless a command says otherwise.
 */
abstract class OnAccounts extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        try (var surroundings = new Surroundings()) {
            var desk = surroundings.watch(AccountDesk.class, OnAccounts::ignored).now();
            var directory = surroundings.watch(MirrorDirectory.class, OnAccounts::ignored).now();
            if (desk.isPresent() && directory.isPresent()) {
                var chosen = chosen(event, desk.get().known());
                act(HandlerUtil.getActiveShell(event), chosen, desk.get(), directory.get());
            }
        }
        return null;
    }

    private static void ignored() {
        // asked once: what comes later is not of interest
    }

    private List<Account> chosen(ExecutionEvent event, List<Account> known) {
        Set<AccountId> selected = new LinkedHashSet<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (Object element : selection) {
                if (element instanceof OfAccount of) {
                    selected.add(of.account());
                }
            }
        }
        return selected.isEmpty() ? unselected(known) : known.stream().filter(account -> selected.contains(account.id())).toList();
    }

    /** Which accounts are meant when none is selected. */
    protected List<Account> unselected(List<Account> known) {
        return known;
    }

    /** Does it; returns at once. UI thread. */
    protected abstract void act(Shell shell, List<Account> accounts, AccountDesk desk, MirrorDirectory directory);

    /** Switches Live Mirror of an account; a failure is told in a dialog. */
    protected static void mirror(Shell shell, Account account, boolean on, AccountDesk desk) {
        desk.setMirror(account, on, done -> {
        }, sentence -> PlatformUI.getWorkbench().getDisplay().asyncExec(
                () -> MessageDialog.openError(shell.isDisposed() ? null : shell, account.label(), sentence)));
    }
}
