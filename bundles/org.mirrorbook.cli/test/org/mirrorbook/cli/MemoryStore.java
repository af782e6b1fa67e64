package org.mirrorbook.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.RecordedChange;
import org.mirrorbook.journal.StoredBook;

/** A journal in memory, as strict as a database: revisions follow one another, and what refers to a trade needs it. */
final class MemoryStore implements JournalStore, Accounts {

    final Map<String, Trade> trades = new TreeMap<>();
    final List<RecordedChange> changes = new ArrayList<>();
    private final Map<AccountId, StoredBook> books = new HashMap<>();
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<RecordKey, String> claims = new HashMap<>();

    @Override
    public StoredBook load(AccountId account, Instant now) {
        return books.computeIfAbsent(account, none -> new StoredBook(Book.empty(account, now), 0));
    }

    Book book(AccountId account) {
        return books.get(account).book();
    }

    @Override
    public long commit(JournalBatch batch) {
        var before = books.get(batch.after().account());
        if (before.revision() != batch.revision()) {
            throw new AssertionError("written on revision " + batch.revision() + " instead of " + before.revision());
        }
        batch.trades().forEach(trade -> trades.put(trade.id().value(), trade));
        var after = batch.after();
        after.open().values().forEach(life -> require(life.trade()));
        after.awaiting().forEach(life -> require(life.trade()));
        after.claimed().forEach((key, claim) -> {
            if (!trades.containsKey(claim.trade().value())) {
                throw new AssertionError("a claim without its trade");
            }
            claims.put(key, claim.trade().value());
        });
        changes.addAll(batch.changes());
        books.put(after.account(), new StoredBook(after.kept(), before.revision() + 1));
        return before.revision() + 1;
    }

    private void require(Trade trade) {
        if (!trade.equals(trades.get(trade.id().value()))) {
            throw new AssertionError("the book has another form of a trade than the table");
        }
    }

    @Override
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    @Override
    public void put(Account account) {
        accounts.put(account.id(), account);
        long inUse = accounts.values().stream().filter(one -> !one.removed() && one.label().equals(account.label())).count();
        if (inUse > 1) {
            throw new AssertionError("the label " + account.label() + " is taken");
        }
    }
}
