package org.mirrorbook.mirror.component;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.mirrorbook.mirror.lane.Timer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one timer thread of the product, named "mirror timer". */
@Component(service = Timer.class)
public final class LaneTimer implements Timer {

    private static final Logger LOG = LoggerFactory.getLogger(LaneTimer.class);

    private final ScheduledThreadPoolExecutor executor;

    @Activate
    public LaneTimer() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "mirror timer");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        try {
            executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException ended) {
            LOG.debug("the timer has ended, and the lane that asks is about to", ended);
        }
    }

    @Deactivate
    void end() {
        executor.shutdownNow();
    }
}
