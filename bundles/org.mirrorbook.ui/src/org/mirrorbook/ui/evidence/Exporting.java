package org.mirrorbook.ui.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.mirrorbook.ui.model.evidence.Evidence;
import org.mirrorbook.ui.model.evidence.EvidenceFile;
import org.mirrorbook.ui.model.evidence.Step;

/** Writes the evidence of a trade into a file: beside it first, so that a file that is there is replaced by a whole one or not at all. */
final class Exporting extends Job {

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
    Exporting(Evidence evidence, Optional<RecordingReader> recordings, Path file, Consumer<String> done, Consumer<String> failed) {
        super(NLS.bind(Messages.Exporting_job, file.getFileName()));
        this.evidence = evidence;
        this.recordings = recordings;
        this.file = file;
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var aside = file.resolveSibling(file.getFileName() + ".part");
        monitor.beginTask(getName(), evidence.steps().size());
        try {
            write(aside, monitor);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            done.accept(NLS.bind(Messages.Exporting_done, evidence.steps().size(), file));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            remove(aside);
            return Status.CANCEL_STATUS;
        } catch (IOException e) {
            remove(aside);
            failed.accept(NLS.bind(Messages.Exporting_failed, file, e.getMessage()));
        } catch (JournalProblem e) {
            remove(aside);
            failed.accept(e.getMessage());
        }
        return Status.OK_STATUS;
    }

    private void write(Path aside, IProgressMonitor monitor) throws IOException {
        try (var out = new EvidenceFile(Files.newBufferedWriter(aside, StandardCharsets.UTF_8))) {
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

    private void remove(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            failed.accept(NLS.bind(Messages.Exporting_failed, aside, e.getMessage()));
        }
    }

    @Override
    protected void canceling() {
        cancellation.cancel();
    }
}
