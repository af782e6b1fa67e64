package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The running timers of one link, one of each name. Not thread-safe: its owner locks. */
final class RunningTimers {

    private final Network network;
    private final Map<LinkTimer, Network.Timer> running = new EnumMap<>(LinkTimer.class);

    RunningTimers(Network network) {
        this.network = network;
    }

    void run(LinkTimer timer, Duration after, Runnable task) {
        cancel(timer);
        running.put(timer, network.after(after, task));
    }

    void cancel(LinkTimer timer) {
        var former = running.remove(timer);
        if (former != null) {
            former.cancel();
        }
    }

    void cancelAll() {
        running.values().forEach(Network.Timer::cancel);
        running.clear();
    }
}
