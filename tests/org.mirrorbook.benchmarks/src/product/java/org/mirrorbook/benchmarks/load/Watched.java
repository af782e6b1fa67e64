package org.mirrorbook.benchmarks.load;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.mirrorbook.benchmarks.Positions;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.mirror.LivePosition;

/**
 * Watches one account between its connector and its lane, and behind it: each push has a number (its mark), so that a push that is missing
 * shows, and when the first view came that had it. Thread-safe.
 */
final class Watched implements ObservationSink {

    private record Arrival(long number, Instant at, boolean structural) {
    }

    private final ObservationSink lane;
    private final Clock clock;
    private final Figures figures;
    private final Deque<Arrival> arrived = new ArrayDeque<>();
    private long newest = -1;
    private String size = "";

    Watched(ObservationSink lane, Clock clock, Figures figures) {
        this.lane = lane;
        this.clock = clock;
        this.figures = figures;
    }

    @Override
    public boolean accept(ObservationBatch batch) {
        for (var seen : batch.seen()) {
            if (seen instanceof SnapshotSeen snapshot && snapshot.rows().size() == Positions.ROWS) {
                arrived(snapshot);
            }
        }
        boolean taken = lane.accept(batch);
        if (!taken) {
            figures.refused.increment();
        }
        return taken;
    }

    /** Before the lane can show it. */
    private synchronized void arrived(SnapshotSeen snapshot) {
        var first = snapshot.rows().getFirst();
        long number = Positions.number(first.figures().markPrice().orElseThrow());
        if (newest >= 0 && number != newest + 1) {
            figures.missing.add(Math.abs(number - newest - 1));
        }
        newest = number;
        var held = first.size().toPlainString();
        arrived.add(new Arrival(number, snapshot.receivedAt(), !held.equals(size)));
        size = held;
        figures.wire.add(snapshot.venueTime().until(snapshot.receivedAt(), ChronoUnit.MICROS));
    }

    /** The view shows these; looked at at once, as a view would that has nothing else to do. */
    void shown(List<LivePosition> positions) {
        if (positions.size() < Positions.ROWS) {
            return;
        }
        var now = clock.instant();
        long number = Positions.number(positions.getFirst().mark().orElseThrow());
        synchronized (this) {
            while (!arrived.isEmpty() && arrived.getFirst().number() <= number) {
                var one = arrived.removeFirst();
                long micros = one.at().until(now, ChronoUnit.MICROS);
                figures.shown.add(micros);
                if (one.structural()) {
                    figures.structural.add(micros);
                }
            }
        }
    }

    @Override
    public void accept(MarkSeen mark) {
        lane.accept(mark);
    }

    @Override
    public void accept(LinkStatus status) {
        lane.accept(status);
    }

    @Override
    public void accept(AccountFacts facts) {
        lane.accept(facts);
    }
}
