package org.mirrorbook.mirror.reconciliation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.mirrorbook.mirror.lane.Timer;

/**
 * Where a comparison goes on: on its one thread, at once or after a while. The timer's own thread only puts the work there.
 *
 * @param thread runs one thing after the other, in order
 */
record Later(Timer timer, Executor thread) {

    /** Has the work done at once; what it throws is the failure of the stage. */
    <T> CompletionStage<T> now(Supplier<CompletionStage<T>> work) {
        var done = new CompletableFuture<T>();
        hand(work, done);
        return done;
    }

    <T> CompletionStage<T> after(Duration delay, Supplier<CompletionStage<T>> work) {
        var done = new CompletableFuture<T>();
        timer.later(delay, () -> hand(work, done));
        return done;
    }

    private <T> void hand(Supplier<CompletionStage<T>> work, CompletableFuture<T> done) {
        try {
            thread.execute(() -> run(work, done));
        } catch (RejectedExecutionException ended) {
            done.completeExceptionally(ended);
        }
    }

    private static <T> void run(Supplier<CompletionStage<T>> work, CompletableFuture<T> done) {
        try {
            work.get().whenComplete((result, error) -> {
                if (error == null) {
                    done.complete(result);
                } else {
                    done.completeExceptionally(Cause.of(error));
                }
            });
        } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
        }
    }
}
