package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A timer on a manual clock: tasks run when a story lets time pass, in the order in which they are due. */
final class ManualTimer implements Timer {

    private final ManualClock clock;
    private final List<Task> tasks = new ArrayList<>();

    ManualTimer(ManualClock clock) {
        this.clock = clock;
    }

    @Override
    public void later(Duration delay, Runnable task) {
        tasks.add(new Task(clock.instant().plus(delay), task));
    }

    /** How far the last task that waits is away. */
    Duration longest() {
        return tasks.stream().map(task -> Duration.between(clock.instant(), task.due())).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The clock is put back; what is due comes as soon as it would have come. */
    void putBack(Duration duration) {
        clock.move(duration.negated());
        tasks.replaceAll(task -> new Task(task.due().minus(duration), task.task()));
    }

    /** Lets time pass; after each task the lane gets its turn. */
    void pass(Duration duration, Runnable turn) {
        var end = clock.instant().plus(duration);
        for (var next = next(end); next.isPresent(); next = next(end)) {
            tasks.remove(next.get());
            clock.set(next.get().due());
            next.get().task().run();
            turn.run();
        }
        clock.set(end);
    }

    private Optional<Task> next(Instant end) {
        return tasks.stream().filter(task -> !task.due().isAfter(end)).min(Comparator.comparing(Task::due));
    }

    private record Task(Instant due, Runnable task) {
    }
}
