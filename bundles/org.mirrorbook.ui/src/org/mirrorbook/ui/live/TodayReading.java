package org.mirrorbook.ui.live;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.ui.model.Purse;
import org.mirrorbook.ui.model.live.TodayWords;

/** Adds up the trades that were closed today. What happens within a short time is read together. Thread-safe. */
final class TodayReading extends Job {

    private static final long GATHERING_MILLIS = 300;

    private final JournalReader reader;
    private final Supplier<List<Account>> accounts;
    private final Clock clock;
    private final Supplier<TodayWords> words;
    private final Consumer<SortedMap<Purse, BigDecimal>> read;

    /** @param read gets the sums on the job's thread */
    TodayReading(JournalReader reader, Supplier<List<Account>> accounts, Clock clock, Supplier<TodayWords> words,
            Consumer<SortedMap<Purse, BigDecimal>> read) {
        super(Messages.TodayReading_job);
        setSystem(true);
        this.reader = reader;
        this.accounts = accounts;
        this.clock = clock;
        this.words = words;
        this.read = read;
    }

    /** Something was closed, or another day began. */
    void again() {
        schedule(GATHERING_MILLIS);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var midnight = words.get().midnight(clock.instant());
        var trades = new ArrayList<Trade>();
        try {
            for (Account account : accounts.get()) {
                trades.addAll(reader.lives(account.id(), midnight));
            }
            if (!monitor.isCanceled()) {
                read.accept(TodayWords.closed(trades, midnight));
            }
        } catch (JournalProblem problem) {
            // the next close reads it again; until then the sums of before stand
            ILog.of(TodayReading.class).warn(problem.getMessage(), problem);
        }
        return Status.OK_STATUS;
    }
}
