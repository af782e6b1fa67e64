package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Coalesces many signals into few runs of one piece of work, which the door lets run on its thread: the first signal at once, the next not
 * before the period is over, and the last signal always runs. Signals come from any thread and return at once.
 */
public final class Throttle {

    /** The one way to the thread of the widgets. Work that comes when they are gone is dropped. */
    public interface Door {
        /** Runs the work on the door's thread, soon. Any thread. */
        void enter(Runnable work);

        /** Runs the work after the delay. On the door's thread only. */
        void enterAfter(Duration delay, Runnable work);
    }

    private final Duration period;
    private final Clock clock;
    private final Door door;
    private final Runnable work;
    private final AtomicBoolean waiting = new AtomicBoolean();
    /** Touched on the door's thread only. */
    private Instant last = Instant.MIN;

    public Throttle(Duration period, Clock clock, Door door, Runnable work) {
        this.period = requireNonNull(period);
        this.clock = requireNonNull(clock);
        this.door = requireNonNull(door);
        this.work = requireNonNull(work);
    }

    /** There is something new. */
    public void signal() {
        if (waiting.compareAndSet(false, true)) {
            door.enter(this::arrive);
        }
    }

    private void arrive() {
        var now = clock.instant();
        var due = last.equals(Instant.MIN) ? now : last.plus(period);
        // a clock that was set back must not silence the view
        if (due.isAfter(now) && !last.isAfter(now)) {
            door.enterAfter(Duration.between(now, due), this::run);
        } else {
            run();
        }
    }

    private void run() {
        last = clock.instant();
        // before the work: what is signalled while it runs has to run again
        waiting.set(false);
        work.run();
    }
}
