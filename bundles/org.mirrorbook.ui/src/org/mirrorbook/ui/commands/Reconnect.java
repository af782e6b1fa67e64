package org.mirrorbook.ui.commands;

import java.util.List;

import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.accounts.AccountDesk;

/** Mirrors the accounts that are off, and has those that are not live try at once instead of at the time that is due. */
public final class Reconnect extends OnAccounts {

    @Override
    protected void act(Shell shell, List<Account> accounts, AccountDesk desk, MirrorDirectory directory) {
        var links = directory.links();
        for (Account account : accounts) {
            if (!account.mirror()) {
                mirror(shell, account, true, desk);
            } else if (!links.containsKey(account.id()) || links.get(account.id()).state() != LinkState.LIVE) {
                directory.syncNow(account.id());
            }
        }
    }

    /** What the user switched off is not switched on by a command that names no account. */
    @Override
    protected List<Account> unselected(List<Account> known) {
        return known.size() == 1 ? known : known.stream().filter(Account::mirror).toList();
    }
}
