package org.mirrorbook.ui.commands;

import java.util.List;

import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.accounts.AccountDesk;

/** Switches Live Mirror off. */
public final class Disconnect extends OnAccounts {

    @Override
    protected void act(Shell shell, List<Account> accounts, AccountDesk desk, MirrorDirectory directory) {
        accounts.stream().filter(Account::mirror).forEach(account -> mirror(shell, account, false, desk));
    }

    /** Only the one there is: which of several is meant has to be said. */
    @Override
    protected List<Account> unselected(List<Account> known) {
        var mirrored = known.stream().filter(Account::mirror).toList();
        return mirrored.size() == 1 ? mirrored : List.of();
    }
}
