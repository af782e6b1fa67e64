package org.mirrorbook.journal.jpa;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.StoredBook;

/**
 * Books in the database. The last committed one of each account stays in memory, so that a commit writes differences alone. A commit is
 * plain SQL on a connection that keeps its statements: the provider's own bookkeeping cost three times what the database does.
 */
final class JpaStore implements JournalStore {

    private final Transactions transactions;
    private final Pens pens;
    private final Tables tables;
    private final Rules rules;
    private final Lease lease;
    private final Touched touched;
    private final Map<AccountId, StoredBook> committed = new ConcurrentHashMap<>();

    JpaStore(Transactions transactions, Pens pens, Tables tables, Rules rules, Lease lease, Touched touched) {
        this.transactions = transactions;
        this.pens = pens;
        this.tables = tables;
        this.rules = rules;
        this.lease = lease;
        this.touched = touched;
    }

    /** Books were changed by others: they are read again before the next commit. */
    void forget() {
        committed.clear();
    }

    @Override
    public StoredBook load(AccountId account, Instant now) {
        begun(account, now);
        var stored = transactions.call("reading a book", manager -> new BookReading(manager, account).read(
                manager.find(BookRow.class, account.value())));
        committed.put(account, stored);
        return stored;
    }

    /** Leaves the book in memory alone: it is of its lane's last commit, and what is read beside the lane may be older. */
    @Override
    public Instant mirroredSince(AccountId account, Instant now) {
        return begun(account, now).mirroredSince;
    }

    /** The account's row, made where there is none. */
    private BookRow begun(AccountId account, Instant now) {
        return row(account).orElseGet(() -> {
            try {
                return begin(account, now);
            } catch (JournalProblem taken) {
                // a lane and a comparison may come at the same moment: the first one's beginning holds
                return row(account).orElseThrow(() -> taken);
            }
        });
    }

    private Optional<BookRow> row(AccountId account) {
        return transactions.call("reading when an account began", manager -> Optional.ofNullable(
                manager.find(BookRow.class, account.value())));
    }

    private BookRow begin(AccountId account, Instant now) {
        var row = new BookRow();
        row.account = Fit.text("account id", account.value(), 64);
        row.mirroredSince = new Micros().convertToEntityAttribute(Micros.of(now));
        transactions.run("beginning a book", manager -> manager.persist(row));
        return row;
    }

    @Override
    public long commit(JournalBatch batch) {
        var account = batch.after().account();
        var before = committed.get(account);
        if (before == null) {
            before = load(account, batch.after().mirroredSince());
        }
        var last = before.book();
        try (var writing = touched.writing(batch.trades())) {
            pens.call("writing a batch", pen -> {
                new BookWriting(pen, tables, rules, last).write(batch);
                lease.requireHeld(pen, account);
                return writing;
            });
        } catch (RuntimeException e) {
            // whether it was written is known by the database alone
            committed.remove(account);
            throw e;
        }
        committed.put(account, new StoredBook(batch.after().kept(), batch.revision() + 1));
        return batch.revision() + 1;
    }
}
