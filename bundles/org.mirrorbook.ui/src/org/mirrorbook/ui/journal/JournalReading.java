package org.mirrorbook.ui.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.JournalRows;
import org.mirrorbook.ui.model.JournalTotals;

/**
 * Reads the journal in a job: all of it at first, then only the trades of which something was heard. What is heard within a short time is
 * read at once together. Thread-safe.
 */
final class JournalReading extends Job {

    /** So long facts are gathered before they are read. */
    private static final long GATHERING_MILLIS = 250;

    private final JournalReader reader;
    private final AccountService accounts;
    private final MirrorDirectory directory;
    private final Clock clock;
    private final JournalRows rows;
    private final JournalTotals totals;
    private final Consumer<JournalPage> read;
    private final Consumer<String> failed;
    private final Set<TradeId> heard = new HashSet<>();
    private boolean everything = true;
    /** Of the job's thread only. */
    private final Map<TradeId, Trade> trades = new HashMap<>();

    JournalReading(JournalReader reader, AccountService accounts, MirrorDirectory directory, Clock clock, Figures figures,
            Consumer<JournalPage> read, Consumer<String> failed) {
        super(Messages.JournalReading_job);
        setSystem(true);
        this.reader = reader;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
        this.rows = new JournalRows(figures);
        this.totals = new JournalTotals(figures);
        this.read = read;
        this.failed = failed;
    }

    /** Everything may be different. */
    void all() {
        synchronized (heard) {
            everything = true;
        }
        schedule(GATHERING_MILLIS);
    }

    /** Something happened to this trade. */
    void one(TradeId trade) {
        synchronized (heard) {
            heard.add(trade);
        }
        schedule(GATHERING_MILLIS);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            fetch();
            var labels = new HashMap<AccountId, String>();
            for (Account account : accounts.everyAccount()) {
                labels.put(account.id(), account.label());
            }
            var links = directory.links();
            var now = clock.instant();
            var newestFirst = trades.values().stream().sorted(Comparator.comparing(Trade::openedAt, Comparator.<Instant>reverseOrder())
                    .thenComparing(trade -> trade.id().value())).toList();
            if (!monitor.isCanceled()) {
                read.accept(new JournalPage(newestFirst.stream().map(trade -> rows.of(trade, labels, links, now)).toList(),
                        totals.of(newestFirst)));
            }
        } catch (JournalProblem | AccountProblem problem) {
            synchronized (heard) {
                everything = true;
            }
            if (!monitor.isCanceled()) {
                failed.accept(problem.getMessage());
            }
        }
        return Status.OK_STATUS;
    }

    private void fetch() {
        boolean all;
        Set<TradeId> some;
        synchronized (heard) {
            all = everything;
            some = Set.copyOf(heard);
            everything = false;
            heard.clear();
        }
        if (all) {
            var found = reader.trades(new TradeQuery(Optional.empty(), Optional.empty(), true, OptionalInt.empty()));
            trades.clear();
            found.forEach(trade -> trades.put(trade.id(), trade));
        } else {
            some.forEach(id -> reader.trade(id).ifPresent(trade -> trades.put(id, trade)));
        }
    }
}
