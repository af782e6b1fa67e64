package org.mirrorbook.ui;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * A blocking call to a service, in a job. Its outcome is told on the job's thread; when the job was cancelled, what came of the call is
 * nobody's business any more and is told to no one.
 *
 * @param <T> what the call gives
 */
public class Errand<T> extends Job {

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

    /** A call whose result comes later: the job waits for it, and lets go of it when it is cancelled. */
    public static <T> Errand<T> waiting(String name, Supplier<CompletionStage<T>> call, Consumer<T> done, Consumer<String> failed) {
        var pending = new CompletableFuture<T>();
        return new Errand<>(name, () -> {
            call.get().whenComplete((result, problem) -> {
                if (problem == null) {
                    pending.complete(result);
                } else {
                    pending.completeExceptionally(problem);
                }
            });
            return pending.join();
        }, done, failed) {
            @Override
            protected void canceling() {
                pending.cancel(false);
            }
        };
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            var result = work.get();
            if (!monitor.isCanceled()) {
                done.accept(result);
            }
        } catch (RuntimeException e) {
            var words = ProblemWords.of(e, getName());
            if (!monitor.isCanceled()) {
                failed.accept(words);
            }
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }
}
