package org.mirrorbook.journal.jpa;

import java.util.List;

import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;

/** The account rows. */
final class JpaAccounts implements Accounts {

    private final Transactions transactions;

    JpaAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Account> all() {
        return transactions.call("reading the accounts", manager -> manager
                .createQuery("select a from Account a order by a.createdAt, a.id", AccountRow.class).getResultList())
                .stream().map(AccountRow::account).toList();
    }

    @Override
    public void put(Account account) {
        transactions.run("writing an account", manager -> manager.merge(AccountRow.of(account)));
    }
}
