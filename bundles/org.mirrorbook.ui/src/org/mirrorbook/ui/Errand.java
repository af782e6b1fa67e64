package org.mirrorbook.ui;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.runtime.HomeProblem;

/**
 * A blocking call to a service, in a job. Its outcome is told on the job's thread; when the job was cancelled, what came of the call is
 * nobody's business any more and is told to no one.
 *
 * @param <T> what the call gives
 */
public final class Errand<T> extends Job {

    private final Supplier<T> work;
    private final Consumer<T> done;
    private final Consumer<String> failed;

    /**
     * @param done gets the result
     * @param failed gets a sentence for the user
     */
    public Errand(String name, Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        super(name);
        this.work = requireNonNull(work);
        this.done = requireNonNull(done);
        this.failed = requireNonNull(failed);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            var result = work.get();
            if (!monitor.isCanceled()) {
                done.accept(result);
            }
        } catch (AccountProblem | JournalProblem | VaultProblem | VenueProblem | HomeProblem e) {
            if (!monitor.isCanceled()) {
                failed.accept(e.getMessage());
            }
        } catch (RuntimeException e) {
            // none of the problems that the services announce: a mistake of ours, which belongs into the log as well
            ILog.of(Errand.class).error(getName(), e);
            if (!monitor.isCanceled()) {
                failed.accept(NLS.bind(Messages.Errand_unexpected, getName()));
            }
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }
}
