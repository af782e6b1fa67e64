package org.mirrorbook.ui.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalArchive.Imported;
import org.mirrorbook.journal.JournalProblem;

/** Adds the trades of an exported journal, all or nothing, in a job. */
final class Importing extends Job {

    private final JournalArchive archive;
    private final Path file;
    private final Consumer<String> done;
    private final Consumer<String> failed;

    Importing(JournalArchive archive, Path file, Consumer<String> done, Consumer<String> failed) {
        super(NLS.bind(Messages.Import_job, file.getFileName()));
        setUser(true);
        this.archive = archive;
        this.file = file;
        this.done = done;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            done.accept(sentence(archive.add(in)));
        } catch (IOException e) {
            failed.accept(NLS.bind(Messages.Import_failed, file, e.getMessage()));
        } catch (JournalProblem problem) {
            failed.accept(problem.getMessage());
        }
        return Status.OK_STATUS;
    }

    static String sentence(Imported imported) {
        var words = new ArrayList<String>();
        words.add(NLS.bind(Messages.Import_added, imported.added()));
        if (imported.known() > 0) {
            words.add(NLS.bind(Messages.Import_known, imported.known(), imported.completed()));
        }
        if (!imported.refused().isEmpty()) {
            words.add(NLS.bind(Messages.Import_refused, imported.refused().size(), imported.refused().getFirst().reason()));
        }
        return String.join("\n", words);
    }
}
