package org.mirrorbook.ui.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Annotations.Marks;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.ui.model.WholeFile;
import org.mirrorbook.ui.model.journal.ExportedTrade;
import org.mirrorbook.ui.model.journal.TradeFile;

/**
 * Writes trades into a file, some hundred at a time, with progress; what was there before is replaced when the new file is whole, and is as
 * it was when the job is cancelled or fails.
 */
final class Exporting extends Job {

    private static final int AT_A_TIME = 500;

    /** Ids of what is exported, in order; may be very many. */
    interface Ids {
        int size();

        List<TradeId> between(int from, int to);
    }

    private final JournalLane.Source source;
    private final Map<AccountId, String> labels;
    private final Ids ids;
    private final Path file;
    private final Consumer<String> done;
    private final Consumer<String> failed;
    private long written;

    Exporting(JournalLane.Source source, Map<AccountId, String> labels, Ids ids, Path file, Consumer<String> done,
            Consumer<String> failed) {
        super(NLS.bind(Messages.Export_job, file.getFileName()));
        setUser(true);
        this.source = source;
        this.labels = labels;
        this.ids = ids;
        this.file = file;
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var progress = SubMonitor.convert(monitor, getName(), Math.max(1, ids.size()));
        try {
            new WholeFile(file).write(out -> write(out, progress));
            done.accept(NLS.bind(written == 1 ? Messages.Export_one : Messages.Export_many, written, file));
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (IOException e) {
            failed.accept(NLS.bind(Messages.Export_failed, file, e.getMessage()));
        } catch (JournalProblem problem) {
            failed.accept(problem.getMessage());
        }
        return Status.OK_STATUS;
    }

    private void write(BufferedWriter out, SubMonitor progress) throws IOException {
        try (var trades = TradeFile.of(file.getFileName().toString(), out)) {
            for (int from = 0; from < ids.size(); from += AT_A_TIME) {
                progress.checkCanceled();
                var some = ids.between(from, Math.min(ids.size(), from + AT_A_TIME));
                Map<TradeId, Marks> marks = source.notes().map(notes -> notes.marks(some)).orElse(Map.of());
                for (var trade : source.reader().trades(some)) {
                    trades.write(new ExportedTrade(trade, marks.getOrDefault(trade.id(), Marks.none()),
                            labels.getOrDefault(trade.slot().scope().account(), "")));
                    written++;
                }
                progress.worked(some.size());
            }
        }
    }
}
