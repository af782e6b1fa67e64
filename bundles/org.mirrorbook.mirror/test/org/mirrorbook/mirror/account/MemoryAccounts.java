package org.mirrorbook.mirror.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.JournalProblem;

/** Account rows in memory, that cannot be written or read when a story wants it. */
final class MemoryAccounts implements Accounts {

    private final Map<AccountId, Account> rows = new LinkedHashMap<>();
    JournalProblem failure;
    JournalProblem unreadable;

    @Override
    public List<Account> all() {
        if (unreadable != null) {
            throw unreadable;
        }
        return List.copyOf(rows.values());
    }

    @Override
    public void put(Account account) {
        if (failure != null) {
            throw failure;
        }
        rows.put(account.id(), account);
    }
}
