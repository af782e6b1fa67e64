package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The running timers of one link, one of each name for a connection. A timer that was cancelled or replaced says nothing, even when it had
 * run out already and only waited for the lock. Not thread-safe: its owner holds the lock.
 */
final class RunningTimers {

    private final Network network;
    private final Object lock;
    private final Map<Key, Running> running = new HashMap<>();

    private record Key(long connection, LinkTimer timer) {
    }

    private static final class Running {
        private Network.Timer timer;
    }

    /** @param lock that is held while a timer's task runs */
    RunningTimers(Network network, Object lock) {
        this.network = network;
        this.lock = lock;
    }

    void run(long connection, LinkTimer timer, Duration after, Runnable task) {
        cancel(connection, timer);
        var key = new Key(connection, timer);
        var entry = new Running();
        running.put(key, entry);
        entry.timer = network.after(after, () -> {
            synchronized (lock) {
                if (running.remove(key, entry)) {
                    task.run();
                }
            }
        });
    }

    void cancel(long connection, LinkTimer timer) {
        var former = running.remove(new Key(connection, timer));
        if (former != null) {
            former.timer.cancel();
        }
    }

    void cancelAll(long connection) {
        running.keySet().stream().filter(key -> key.connection() == connection).toList()
                .forEach(key -> cancel(key.connection(), key.timer()));
    }
}
