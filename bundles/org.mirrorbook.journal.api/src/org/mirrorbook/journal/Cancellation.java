package org.mirrorbook.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Ends a reading that nobody wants any more, from another thread. For one reading; once cancelled it stays so. Thread-safe. */
public final class Cancellation {

    private final List<Runnable> hooks = new ArrayList<>();
    private boolean cancelled;

    /** Ends the reading, now or as soon as it begins. */
    public void cancel() {
        List<Runnable> toRun;
        synchronized (this) {
            cancelled = true;
            toRun = List.copyOf(hooks);
            hooks.clear();
        }
        toRun.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * For readers: runs the hook on {@link #cancel()} until the answer is run, at once when it is cancelled already.
     *
     * @return takes the hook back
     */
    public Runnable during(Runnable hook) {
        synchronized (this) {
            if (!cancelled) {
                hooks.add(hook);
                return () -> takeBack(hook);
            }
        }
        hook.run();
        return () -> { };
    }

    private synchronized void takeBack(Runnable hook) {
        hooks.remove(hook);
    }

    /** @throws CancellationException when it is cancelled */
    public void check() {
        if (isCancelled()) {
            throw new CancellationException("The reading was cancelled.");
        }
    }
}
