package org.mirrorbook.ui.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.trade.MarkPoint;

/**
 * Reads the prices of a trade's life from the recording of its account, in a job that can be cancelled: from the message that opened it to
 * the last one that changed it. What the recording does not have any more is not there; the path then rests on the executions. Outcomes are
 * told on the job's thread.
 */
final class MarksReading extends Job {

    private static final int MOST_POINTS = 600;
    /** So many are gathered before they are thinned, so that a trade of months does not fill the memory. */
    private static final int BATCH = 20_000;

    private final JournalReader journal;
    private final RecordingReader recordings;
    private final Trade trade;
    private final Consumer<List<MarkPoint>> read;
    private final Cancellation cancellation = new Cancellation();

    MarksReading(JournalReader journal, RecordingReader recordings, Trade trade, Consumer<List<MarkPoint>> read) {
        super(Messages.MarksReading_job);
        this.journal = journal;
        this.recordings = recordings;
        this.trade = trade;
        this.read = read;
        setSystem(true);
        setPriority(LONG);
    }

    @Override
    protected void canceling() {
        cancellation.cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var marks = new ArrayList<MarkPoint>();
        try {
            var messages = journal.events(trade.id()).stream().mapToLong(TradeEvent::message).filter(number -> number > 0)
                    .summaryStatistics();
            if (messages.getCount() > 0) {
                long to = trade.isOpen() ? Long.MAX_VALUE : messages.getMax();
                recordings.read(trade.slot().scope().account(), messages.getMin(), to, cancellation, input -> gather(input, marks));
            }
        } catch (CancellationException stopped) {
            return Status.CANCEL_STATUS;
        } catch (JournalProblem problem) {
            // the path is drawn from what is known all the same; its own words say that prices are missing
            ILog.of(MarksReading.class).warn(problem.getMessage(), problem);
        }
        if (!monitor.isCanceled()) {
            read.accept(MarkPoint.thinned(marks, MOST_POINTS));
        }
        return Status.OK_STATUS;
    }

    private void gather(Recorded recorded, List<MarkPoint> marks) {
        if (recorded.input() instanceof LaneInput.Heard heard) {
            heard.seen().stream().filter(MarksSampled.class::isInstance).map(MarksSampled.class::cast)
                    .flatMap(sampled -> sampled.samples().stream())
                    .filter(sample -> sample.trade().equals(trade.id()))
                    .forEach(sample -> marks.add(new MarkPoint(sample.at(), sample.price())));
        }
        if (marks.size() > BATCH) {
            var fewer = MarkPoint.thinned(marks, BATCH / 4);
            marks.clear();
            marks.addAll(fewer);
        }
    }
}
