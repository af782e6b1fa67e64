package org.mirrorbook.ui.evidence;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.ui.model.WholeFile;
import org.mirrorbook.ui.model.evidence.Evidence;
import org.mirrorbook.ui.model.evidence.EvidenceFile;
import org.mirrorbook.ui.model.evidence.Step;

/** Writes the evidence of a trade into a file; when it is cancelled or fails, a file that is there stays as it was. */
final class EvidenceWriting extends Job {

    private final Evidence evidence;
    private final Optional<RecordingReader> recordings;
    private final Path file;
    private final Consumer<String> done;
    private final Consumer<String> failed;
    private final Cancellation cancellation = new Cancellation();

    /**
     * @param done gets what to say when it is written
     * @param failed gets a sentence for the user
     */
    EvidenceWriting(Evidence evidence, Optional<RecordingReader> recordings, Path file, Consumer<String> done, Consumer<String> failed) {
        super(NLS.bind(Messages.Exporting_job, file.getFileName()));
        this.evidence = evidence;
        this.recordings = recordings;
        this.file = file;
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), evidence.steps().size());
        try {
            new WholeFile(file).write(out -> write(out, monitor));
            done.accept(NLS.bind(Messages.Exporting_done, evidence.steps().size(), file));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (IOException e) {
            failed.accept(NLS.bind(Messages.Exporting_failed, file, e.getMessage()));
        } catch (JournalProblem e) {
            failed.accept(e.getMessage());
        }
        return Status.OK_STATUS;
    }

    private void write(Writer into, IProgressMonitor monitor) throws IOException {
        try (var out = new EvidenceFile(into)) {
            out.head(evidence.trade());
            for (var step : evidence.steps()) {
                cancellation.check();
                out.step(step, text(step));
                monitor.worked(1);
            }
        }
    }

    private String text(Step step) {
        return step.text().orElseGet(() -> step.isRecorded() ? recordings.map(reader -> MessageReading.text(reader, account(),
                step.number(), cancellation)).orElse("") : "");
    }

    private AccountId account() {
        return evidence.trade().slot().scope().account();
    }

    @Override
    protected void canceling() {
        cancellation.cancel();
    }
}
