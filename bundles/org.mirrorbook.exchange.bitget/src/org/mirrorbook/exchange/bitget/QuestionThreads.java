package org.mirrorbook.exchange.bitget;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.mirrorbook.exchange.VenueProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which one account's questions block. Thread-safe. */
final class QuestionThreads implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionThreads.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bitget-question-", 0).factory());

    /** @throws RejectedExecutionException after the end */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /**
     * Asks; whatever goes wrong is a problem of the venue's to whoever waits.
     *
     * @param what is asked for, in words
     */
    <T> CompletionStage<T> ask(String what, Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        try {
            threads.execute(() -> {
                try {
                    answer.complete(question.get());
                } catch (VenueProblem problem) {
                    answer.completeExceptionally(problem);
                } catch (RuntimeException | Error failure) {
                    // also where memory ran out: whoever waits would wait for ever
                    LOG.error("The question for {} failed.", what, failure);
                    answer.completeExceptionally(new VenueProblem(VenueProblem.Remedy.REPORT, Optional.empty(),
                            "Asking Bitget for " + what + " failed inside Mirrorbook; the log says more."));
                }
            });
        } catch (RejectedExecutionException late) {
            answer.completeExceptionally(new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("STOPPED"),
                    "The account is not mirrored."));
        }
        return answer;
    }

    /** Has all questions given up. Completes when their threads are gone. */
    CompletableFuture<Void> end() {
        threads.shutdownNow();
        var ended = new CompletableFuture<Void>();
        Thread.ofVirtual().name("bitget-questions-end").start(() -> {
            threads.close();
            ended.complete(null);
        });
        return ended;
    }
}
