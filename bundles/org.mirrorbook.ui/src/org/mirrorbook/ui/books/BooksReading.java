package org.mirrorbook.ui.books;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.model.books.AccountBooks;

/**
 * Reads in jobs what is known of all accounts' books: the newest comparisons, and the newest runs of the history. A reading that was asked
 * for while another is under way follows it once. Thread-safe.
 */
public final class BooksReading {

    private final ReconciliationRuns runs;
    private final Reconciliation reconciliation;
    private final MirrorDirectory directory;
    private final LeftAlone left;
    private final Consumer<List<AccountBooks>> done;
    private final Consumer<String> failed;
    private List<Account> accounts = List.of();
    private boolean reading;
    private boolean again;

    /**
     * @param done gets what was read, on the job's thread
     * @param failed gets a sentence for the user
     */
    public BooksReading(ReconciliationRuns runs, Reconciliation reconciliation, MirrorDirectory directory, LeftAlone left,
            Consumer<List<AccountBooks>> done, Consumer<String> failed) {
        this.runs = runs;
        this.reconciliation = reconciliation;
        this.directory = directory;
        this.left = left;
        this.done = done;
        this.failed = failed;
    }

    /** Reads the books of these accounts soon. */
    public synchronized void read(List<Account> known) {
        accounts = List.copyOf(known);
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        var errand = new Errand<>(Messages.BooksReading_read, () -> known.stream().map(this::books).toList(), books -> {
            done.accept(books);
            next();
        }, sentence -> {
            failed.accept(sentence);
            next();
        });
        errand.setSystem(true);
        errand.schedule();
    }

    private synchronized void next() {
        reading = false;
        if (again) {
            again = false;
            read(accounts);
        }
    }

    private AccountBooks books(Account account) {
        var last = reconciliation.last(account.id());
        return new AccountBooks(account, last, newest(account.id()), Optional.ofNullable(directory.links().get(account.id())),
                last.map(comparison -> left.among(comparison.differences())).orElse(List.of()));
    }

    private Optional<ReconciliationRun> newest(AccountId account) {
        return runs.newest(Optional.of(account), 1).stream().findFirst();
    }
}
