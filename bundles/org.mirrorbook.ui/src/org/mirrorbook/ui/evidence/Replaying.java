package org.mirrorbook.ui.evidence;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.ui.model.evidence.ReplayCheck;

/**
 * Folds all of an account's recording, as {@code mirrorbook replay} does, and compares one trade. May take minutes: shows how far it is, and
 * can be cancelled.
 */
final class Replaying extends Job {

    private static final int REMARK_EVERY = 5_000;

    private final Trade trade;
    private final JournalReader journal;
    private final RecordingReader recordings;
    private final Clock clock;
    private final Consumer<ReplayCheck.Result> done;
    private final Consumer<String> failed;
    private final Cancellation cancellation = new Cancellation();

    /**
     * @param done gets what came of it
     * @param failed gets a sentence for the user; an empty one when it was cancelled
     */
    Replaying(Trade trade, JournalReader journal, RecordingReader recordings, Clock clock, Consumer<ReplayCheck.Result> done,
            Consumer<String> failed) {
        super(NLS.bind(Messages.Replaying_job, trade.slot().instrument()));
        this.trade = trade;
        this.journal = journal;
        this.recordings = recordings;
        this.clock = clock;
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var account = trade.slot().scope().account();
        try {
            var segments = recordings.segments(account);
            var check = new ReplayCheck(trade);
            monitor.beginTask(getName(), Math.max(1, segments.size()));
            for (var segment : segments) {
                recordings.read(account, segment.first(), segment.last().orElse(Long.MAX_VALUE), cancellation, input -> {
                    check.take(input);
                    if (check.inputs() % REMARK_EVERY == 0) {
                        monitor.subTask(NLS.bind(Messages.Replaying_far, check.inputs()));
                    }
                });
                monitor.worked(1);
            }
            done.accept(check.compared(Optional.of(trade.id()).flatMap(journal::trade).orElse(trade), clock.instant()));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            failed.accept("");
            return Status.CANCEL_STATUS;
        } catch (JournalProblem e) {
            failed.accept(e.getMessage());
        } catch (RuntimeException e) {
            // a mistake of ours, which belongs into the log
            ILog.of(Replaying.class).error(getName(), e);
            failed.accept(NLS.bind(Messages.Replaying_failed, getName()));
        }
        return Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        cancellation.cancel();
    }
}
