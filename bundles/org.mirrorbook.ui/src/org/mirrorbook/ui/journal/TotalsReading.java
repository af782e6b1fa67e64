package org.mirrorbook.ui.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.FilterTotals;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeFilter;

/**
 * Adds up what the filter lets through, in a job: at once for another filter, and after facts so seldom that most of the time is left to
 * others, however many trades there are.
 */
final class TotalsReading extends Job {

    private static final Duration LEAST_PAUSE = Duration.ofMillis(500);
    private static final int PAUSES_TO_WORK = 8;

    /** What was added up. */
    record Sums(TradeFilter filter, List<FilterTotals> totals, long all) {
    }

    private final JournalReader reader;
    private final Clock clock;
    private final Consumer<Sums> done;
    private TradeFilter filter = TradeFilter.none();
    private Cancellation cancellation = new Cancellation();
    private volatile Duration pause = LEAST_PAUSE;

    TotalsReading(JournalReader reader, Clock clock, Consumer<Sums> done) {
        super(Messages.TotalsReading_job);
        setSystem(true);
        this.reader = reader;
        this.clock = clock;
        this.done = done;
    }

    /** Another filter. */
    synchronized void ask(TradeFilter newest) {
        filter = newest;
        cancellation.cancel();
        cancellation = new Cancellation();
        cancel();
        schedule();
    }

    /** Something happened. */
    void again() {
        schedule(pause.toMillis());
    }

    synchronized void close() {
        cancellation.cancel();
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        TradeFilter asked;
        Cancellation own;
        synchronized (this) {
            asked = filter;
            own = cancellation;
        }
        var begin = clock.instant();
        try {
            var sums = new Sums(asked, reader.totals(asked, own), reader.count());
            if (!own.isCancelled()) {
                done.accept(sums);
            }
        } catch (CancellationException other) {
            // another filter was asked for, whose own run comes next
            return Status.CANCEL_STATUS;
        } catch (JournalProblem problem) {
            // the table says so; the totals that are shown stay until the next ones
            ILog.of(TotalsReading.class).warn(problem.getMessage(), problem);
        }
        var took = Duration.between(begin, clock.instant()).multipliedBy(PAUSES_TO_WORK);
        pause = took.compareTo(LEAST_PAUSE) > 0 ? took : LEAST_PAUSE;
        return Status.OK_STATUS;
    }
}
