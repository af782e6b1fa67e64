package org.mirrorbook.exchange.practice;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which everything of an exchange happens, so that its books need no locks. */
final class Lane implements Executor, AutoCloseable {

    private static final long PULSE_MILLIS = 50;
    private static final long STOP_SECONDS = 5;

    private final Logger logger = LoggerFactory.getLogger(Lane.class);
    private final ScheduledThreadPoolExecutor executor;

    Lane(String name) {
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs the task again and again, some twenty times a second. */
    void pulse(Runnable task) {
        executor.scheduleWithFixedDelay(guarded(task), 0, PULSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException stopped) {
            // sockets still report their end while the exchange is closing; nobody is left to care
            logger.trace("The exchange has stopped", stopped);
        }
    }

    /** Runs the task and waits for what it gives. Never to be called on the lane itself. */
    <T> T call(Callable<T> task) {
        try {
            return executor.submit(task).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The practice exchange failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the practice exchange", interrupted);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** One failing task must not silence the pulse. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                logger.error("The practice exchange stumbled and goes on", failure);
            }
        };
    }
}
