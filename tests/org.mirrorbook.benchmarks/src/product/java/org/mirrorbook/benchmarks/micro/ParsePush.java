package org.mirrorbook.benchmarks.micro;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.mirrorbook.benchmarks.BareClient;
import org.mirrorbook.exchange.ObservationBatch;

/** From the text of a push to its observations, and what the bare client does with the same text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ParsePush {

    private final Pushes pushes = new Pushes();
    private final BareClient bare = new BareClient();

    @Benchmark
    public ObservationBatch mirrorbook() {
        return pushes.read(pushes.text());
    }

    @Benchmark
    public long bare() {
        return bare.parse(pushes.text());
    }
}
