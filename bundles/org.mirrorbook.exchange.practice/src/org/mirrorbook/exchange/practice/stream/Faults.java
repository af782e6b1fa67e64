package org.mirrorbook.exchange.practice.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a test may let go wrong on purpose. Everything is right until it says otherwise. Safe for use from any thread; takes effect from the
 * next push, login or request on.
 */
public final class Faults {

    private final AtomicBoolean refuseLogin = new AtomicBoolean();
    private final AtomicBoolean dropHistoryPushes = new AtomicBoolean();
    private final AtomicBoolean holdHistory = new AtomicBoolean();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final Map<String, Boolean> duplicates = new ConcurrentHashMap<>();

    /** The next login is refused with 30005, whatever it says. */
    public void refuseNextLogin() {
        refuseLogin.set(true);
    }

    /** Whether positions-history stays silent. */
    public void dropHistoryPushes(boolean dropped) {
        dropHistoryPushes.set(dropped);
    }

    /** Whether REST shows no closed lives, as if it lagged without end. */
    public void holdHistory(boolean held) {
        holdHistory.set(held);
    }

    /** The next push of the channel arrives twice. */
    public void duplicateNext(String channel) {
        duplicates.put(channel, Boolean.TRUE);
    }

    /** The next push of the channel arrives later by so much, pushes after it may overtake it. */
    public void delayNext(String channel, Duration by) {
        delays.put(channel, by);
    }

    boolean takeLoginRefusal() {
        return refuseLogin.getAndSet(false);
    }

    boolean historyPushesDropped() {
        return dropHistoryPushes.get();
    }

    /** Whether REST has to keep closed lives back. */
    public boolean historyHeld() {
        return holdHistory.get();
    }

    boolean takeDuplicate(String channel) {
        return duplicates.remove(channel) != null;
    }

    Optional<Duration> takeDelay(String channel) {
        return Optional.ofNullable(delays.remove(channel));
    }
}
