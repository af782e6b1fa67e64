package org.mirrorbook.mirror.component;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.lane.LaneControl;
import org.mirrorbook.mirror.lane.LiveDesk;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running lanes and what they show. Lanes only replace their own part and count; the whole view is put together when somebody looks, so
 * that a thousand lanes cost what one reader at ten looks a second costs.
 */
@Component(service = { MirrorDirectory.class, LiveDesk.class, RunningLanes.class, RunningConnectors.class },
        immediate = true)
public final class LiveDirectory implements MirrorDirectory, LiveDesk, RunningLanes, RunningConnectors {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDirectory.class);
    private static final Comparator<LivePosition> ORDER = Comparator.comparing(LivePosition::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(one -> one.trade().slot().instrument()).thenComparing(one -> one.trade().slot().side())
            .thenComparing(one -> one.trade().id().value());

    private final Map<AccountId, LaneControl> lanes = new ConcurrentHashMap<>();
    private final Map<AccountId, LinkStatus> links = new ConcurrentHashMap<>();
    private final Map<AccountId, Supplier<List<LivePosition>>> parts = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final AtomicReference<LiveView> newest = new AtomicReference<>(new LiveView(0, List.of()));
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Lock lock = new ReentrantLock();
    private final Condition oneLess = lock.newCondition();

    @Override
    public LiveView view() {
        long wanted = version.get();
        var shown = newest.get();
        if (shown.version() >= wanted) {
            return shown;
        }
        var fresh = new LiveView(wanted, parts.values().stream().flatMap(part -> part.get().stream()).sorted(ORDER).toList());
        return newest.accumulateAndGet(fresh, (one, other) -> one.version() >= other.version() ? one : other);
    }

    @Override
    public Map<AccountId, LinkStatus> links() {
        return Map.copyOf(links);
    }

    @Override
    public Optional<LinkHealth> health(AccountId account) {
        return Optional.ofNullable(lanes.get(account)).map(LaneControl::health);
    }

    @Override
    public Optional<MirrorPulse> pulse(AccountId account) {
        return Optional.ofNullable(lanes.get(account)).map(LaneControl::pulse);
    }

    @Override
    public Optional<Connector> connector(AccountId account) {
        return Optional.ofNullable(lanes.get(account)).flatMap(LaneControl::connector);
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        var listener = new Listener(changed);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void syncNow(AccountId account) {
        var lane = lanes.get(account);
        if (lane != null) {
            lane.syncNow();
        }
    }

    @Override
    public void opened(AccountId account, LaneControl lane) {
        lanes.put(account, lane);
    }

    @Override
    public int lanesOpen() {
        return lanes.size();
    }

    @Override
    public void link(AccountId account, LinkStatus status) {
        if (status.state() == LinkState.OFF) {
            links.remove(account);
        } else {
            links.put(account, status);
        }
        changed();
    }

    @Override
    public void show(AccountId account, Supplier<List<LivePosition>> positions) {
        parts.put(account, positions);
        changed();
    }

    @Override
    public void closed(AccountId account, LaneControl lane) {
        if (lanes.remove(account, lane)) {
            links.remove(account);
            parts.remove(account);
            changed();
            lock.lock();
            try {
                oneLess.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public Optional<LaneControl> lane(AccountId account) {
        return Optional.ofNullable(lanes.get(account));
    }

    @Override
    public List<LaneControl> lanes() {
        return List.copyOf(lanes.values());
    }

    @Override
    public void beginStop() {
        lanes.values().forEach(LaneControl::beginStop);
    }

    @Override
    public boolean awaitEmpty(Duration deadline) {
        long left = deadline.toNanos();
        lock.lock();
        try {
            while (!lanes.isEmpty() && left > 0) {
                left = oneLess.awaitNanos(left);
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return lanes.isEmpty();
    }

    private void changed() {
        version.incrementAndGet();
        for (var listener : listeners) {
            try {
                listener.changed().run();
            } catch (RuntimeException broken) {
                LOG.error("a listener of the live view failed; the others are called all the same", broken);
            }
        }
    }

    /** A subscription; one Runnable may be subscribed twice, so it is told apart by identity of this. */
    private static final class Listener {
        private final Runnable changed;

        Listener(Runnable changed) {
            this.changed = changed;
        }

        Runnable changed() {
            return changed;
        }
    }
}
