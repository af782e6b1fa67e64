package org.mirrorbook.ui.commands;

import java.util.List;

import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.accounts.AccountDesk;

/** Has the connections of the mirrored accounts made anew, and everything aligned again. */
public final class SyncNow extends OnAccounts {

    @Override
    protected void act(Shell shell, List<Account> accounts, AccountDesk desk, MirrorDirectory directory) {
        accounts.stream().filter(Account::mirror).forEach(account -> directory.syncNow(account.id()));
    }
}
