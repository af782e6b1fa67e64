package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.mirror.MirrorPulse;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane with its thread. Thread-safe. */
public final class MirrorLane implements LaneControl {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorLane.class);
    /** So many batches may wait; a connector that brings more has to drop its connection and align again. */
    private static final int BOUND = 4096;
    /** For the last commit after the connector's deadline, and for a thread that was interrupted to notice. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final LaneAccount account;
    private final LiveDesk desk;
    private final AccountGates gates;
    private final LaneQueue queue = new LaneQueue(BOUND);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Set<CompletableFuture<Void>> wishes = ConcurrentHashMap.newKeySet();
    private final Lane lane;
    private final Thread thread;
    private final Duration deadline;
    private volatile boolean over;

    /** What every lane of the product uses. */
    public record Services(JournalStore store, Ownership ownership, AccountKinds kinds, LaneSettings settings, MessageLog log,
            EventAdmin bus, LiveDesk desk, AccountGates gates, Timer timer, Clock clock) {

        /** What a book is kept with. */
        Bookkeeper.Services bookkeeping() {
            return new Bookkeeper.Services(store, log, new PositionLifecycle()::apply, settings, clock);
        }
    }

    private MirrorLane(LaneAccount account, Services services, ConnectorOpening opening, Patience patience) {
        this.account = account;
        this.desk = services.desk();
        this.gates = services.gates();
        this.deadline = patience.stop();
        var bookkeeper = new Bookkeeper(account, services.bookkeeping(), this::rest, patience);
        var facts = new Facts(services.bus(), account, services.clock());
        this.lane = new Lane(account, queue, bookkeeper, services.ownership(), services.kinds(), opening, desk, facts, services.timer(),
                services.clock(), patience);
        this.thread = new Thread(this::run, "mirror " + account.label());
    }

    /** Starts the lane of an account and returns at once. */
    public static MirrorLane start(LaneAccount account, Services services, ConnectorOpening opening, Patience patience) {
        var mirror = new MirrorLane(account, services, opening, patience);
        mirror.desk.opened(account.id(), mirror);
        mirror.lane.post(mirror.lane::start);
        mirror.thread.start();
        return mirror;
    }

    @Override
    public void syncNow() {
        lane.post(lane::syncNow);
    }

    @Override
    public LinkHealth health() {
        return lane.health();
    }

    @Override
    public MirrorPulse pulse() {
        return lane.pulse();
    }

    @Override
    public Optional<Connector> connector() {
        return lane.made();
    }

    @Override
    public CompletionStage<Void> tell(Supplier<Observation> wish) {
        var done = new CompletableFuture<Void>();
        wishes.add(done);
        done.whenComplete((nothing, error) -> wishes.remove(done));
        lane.post(() -> lane.tell(wish, done));
        if (over) {
            done.completeExceptionally(new LaneEnded());
        }
        return done;
    }

    @Override
    public void beginStop() {
        stopping.countDown();
        lane.post(lane::stop);
    }

    /**
     * Stops the lane and waits until its thread is gone. When it takes longer than the patience allows, what is queued is dropped; when
     * even that does not end it, it is interrupted.
     */
    public void stop() {
        beginStop();
        try {
            if (thread.join(deadline)) {
                return;
            }
            lane.hurry();
            if (!thread.join(MOMENT)) {
                LOG.warn("{}: the mirror did not end within {} s and is cut off", account.label(), deadline.toSeconds());
                thread.interrupt();
                thread.join(MOMENT);
            }
        } catch (InterruptedException cut) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            gates.enter(account.id());
            try {
                while (!lane.hasEnded()) {
                    queue.work(lane::work);
                }
            } finally {
                gates.leave(account.id());
            }
        } catch (InterruptedException cut) {
            LOG.debug("{}: the lane was cut off", account.label());
        } finally {
            over = true;
            desk.closed(account.id(), this);
            wishes.forEach(wish -> wish.completeExceptionally(new LaneEnded()));
        }
    }

    private void rest(Duration duration) {
        try {
            if (stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("{}: no more waiting, the mirror is being stopped", account.label());
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
