package org.mirrorbook.mirror.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.mirror.lane.LaneSignal.Seen;

/**
 * Where socket threads and timers leave signals for a lane. Neither way in ever blocks: batches are refused beyond the bound, all other
 * signals are few by nature and always taken, since a lost status or timer could not be made good. Thread-safe.
 *
 * <p>Whoever brings a batch while nothing waits and nobody works may have the turn and do what is quickly done at once: to wake a thread
 * costs more than most pushes do (ADR 0003). There is one turn, so that the lane still does one thing after the other.
 *
 * <p>After an observation was refused nothing more is taken of the connections that were there: where a stream tells changes only, what
 * follows a lost change is not the truth any more.
 */
final class LaneQueue {

    /** Less than the number of any connection. */
    private static final long NONE = Long.MIN_VALUE;

    private final BlockingQueue<LaneSignal> signals = new LinkedBlockingQueue<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger unsettled = new AtomicInteger();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong newest = new AtomicLong(NONE);
    private final AtomicLong severed = new AtomicLong(NONE);
    private final int bound;

    /** @param bound so many batches may wait */
    LaneQueue(int bound) {
        this.bound = bound;
    }

    /**
     * Takes a batch, or nothing of it when the queue is full.
     *
     * @param atOnce does all of it on this thread, or nothing; asked when it is this batch's turn
     */
    boolean offer(ObservationBatch batch, Predicate<ObservationBatch> atOnce) {
        long connection = NONE;
        for (var seen : batch.seen()) {
            connection = Math.max(connection, connection(seen));
        }
        if (connection > newest.get()) {
            newest.accumulateAndGet(connection, Math::max);
        }
        if (connection > NONE && connection <= severed.get()) {
            return false;
        }
        if (isDone(batch, atOnce)) {
            return true;
        }
        if (batches.incrementAndGet() > bound) {
            batches.decrementAndGet();
            if (!batch.seen().isEmpty()) {
                severed.accumulateAndGet(newest.get(), Math::max);
            }
            return false;
        }
        post(new Seen(batch));
        return true;
    }

    void post(LaneSignal signal) {
        unsettled.incrementAndGet();
        signals.add(signal);
    }

    /** Waits for a signal and has all worked on that are there; nobody else works meanwhile. */
    void work(Consumer<List<LaneSignal>> worker) throws InterruptedException {
        var taken = new ArrayList<LaneSignal>();
        taken.add(signals.take());
        settle(taken, worker);
    }

    /**
     * Has all worked on that are there, without waiting.
     *
     * @return whether there were any
     */
    boolean workOff(Consumer<List<LaneSignal>> worker) {
        var taken = new ArrayList<LaneSignal>();
        settle(taken, worker);
        return !taken.isEmpty();
    }

    private void settle(List<LaneSignal> taken, Consumer<List<LaneSignal>> worker) {
        signals.drainTo(taken);
        int seen = 0;
        for (var signal : taken) {
            seen += signal instanceof Seen ? 1 : 0;
        }
        batches.addAndGet(-seen);
        turn.lock();
        try {
            worker.accept(taken);
        } finally {
            turn.unlock();
            // not before: what came first must be done before somebody has a turn
            unsettled.addAndGet(-taken.size());
        }
    }

    private boolean isDone(ObservationBatch batch, Predicate<ObservationBatch> atOnce) {
        if (unsettled.get() > 0 || !turn.tryLock()) {
            return false;
        }
        try {
            return unsettled.get() == 0 && atOnce.test(batch);
        } finally {
            turn.unlock();
        }
    }

    private static long connection(Observation seen) {
        return switch (seen) {
            case SnapshotSeen snapshot -> snapshot.connection();
            case PositionSeen changed -> changed.connection();
            case PositionGone gone -> gone.connection();
            default -> NONE;
        };
    }
}
