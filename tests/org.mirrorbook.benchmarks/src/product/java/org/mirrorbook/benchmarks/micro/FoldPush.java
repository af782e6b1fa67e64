package org.mirrorbook.benchmarks.micro;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.mirrorbook.benchmarks.Positions;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.lifecycle.Transition;
import org.mirrorbook.domain.position.PositionRow;

/** A snapshot of five open positions into a book that holds them, with other marks and figures and the same structure. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FoldPush {

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private List<SnapshotSeen> pushes;
    private Book book;
    private long number;

    @Setup
    public void open() {
        var read = new Pushes();
        pushes = read.texts.stream().map(text -> (SnapshotSeen) read.read(text).seen().getFirst()).toList();
        book = lifecycle.apply(Book.empty(Pushes.ACCOUNT, Pushes.RECEIVED), next()).after();
        if (book.open().size() != Positions.ROWS) {
            throw new IllegalStateException("the positions are not open");
        }
    }

    @Benchmark
    public Transition fold() {
        var step = lifecycle.apply(book, next());
        if (!step.changes().isEmpty() || step.after() == book) {
            throw new IllegalStateException("structure changed, or nothing did");
        }
        book = step.after();
        return step;
    }

    /** Later than all before, else it would change nothing. */
    private SnapshotSeen next() {
        number++;
        var one = pushes.get((int) (number % pushes.size()));
        var at = Pushes.RECEIVED.plusMillis(number);
        return new SnapshotSeen(one.scope(), one.connection(), at, at, one.rows().stream().map(row -> later(row, at)).toList());
    }

    private static PositionRow later(PositionRow row, Instant at) {
        return new PositionRow(row.slot(), row.life(), row.size(), row.entryPrice(), row.figures(), at);
    }
}
