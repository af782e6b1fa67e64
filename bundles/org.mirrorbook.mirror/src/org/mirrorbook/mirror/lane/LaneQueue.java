package org.mirrorbook.mirror.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

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
 * <p>After an observation was refused nothing more is taken of the connections that were there: where a stream tells changes only, what
 * follows a lost change is not the truth any more.
 */
final class LaneQueue {

    /** Less than the number of any connection. */
    private static final long NONE = Long.MIN_VALUE;

    private final BlockingQueue<LaneSignal> signals = new LinkedBlockingQueue<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicLong newest = new AtomicLong(NONE);
    private final AtomicLong severed = new AtomicLong(NONE);
    private final int bound;

    /** @param bound so many batches may wait */
    LaneQueue(int bound) {
        this.bound = bound;
    }

    /** Takes a batch, or nothing of it when the queue is full. */
    boolean offer(ObservationBatch batch) {
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
        if (batches.incrementAndGet() > bound) {
            batches.decrementAndGet();
            if (!batch.seen().isEmpty()) {
                severed.accumulateAndGet(newest.get(), Math::max);
            }
            return false;
        }
        signals.add(new Seen(batch));
        return true;
    }

    void post(LaneSignal signal) {
        signals.add(signal);
    }

    /** Waits for a signal and takes all that are there. */
    List<LaneSignal> take() throws InterruptedException {
        var taken = new ArrayList<LaneSignal>();
        taken.add(signals.take());
        signals.drainTo(taken);
        return counted(taken);
    }

    /** Takes all that are there, without waiting. */
    List<LaneSignal> poll() {
        var taken = new ArrayList<LaneSignal>();
        signals.drainTo(taken);
        return counted(taken);
    }

    private List<LaneSignal> counted(List<LaneSignal> taken) {
        int seen = 0;
        for (var signal : taken) {
            seen += signal instanceof Seen ? 1 : 0;
        }
        batches.addAndGet(-seen);
        return taken;
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
