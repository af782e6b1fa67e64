package org.mirrorbook.benchmarks.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.mirrorbook.benchmarks.Folders;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.recording.FileMessageLog;
import org.mirrorbook.runtime.Settings;

/** A push with its observations into the recording, on a real disk; closed segments are compressed beside it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, batchSize = AppendPush.BATCH)
@Measurement(iterations = 20, batchSize = AppendPush.BATCH)
@Fork(2)
public class AppendPush {

    /** So many in one shot; the figure is of all of them. */
    static final int BATCH = 5000;

    private final Pushes pushes = new Pushes();
    private Path home;
    private FileMessageLog log;
    private LaneInput[] inputs;
    private int next;

    @Setup(Level.Trial)
    public void open() throws IOException {
        home = Files.createTempDirectory("mirrorbook-append");
        log = new FileMessageLog(() -> home, new Unset(), Clock.systemUTC());
        inputs = pushes.texts.stream().map(text -> new LaneInput.Heard("positions", text, pushes.read(text).seen(), Pushes.RECEIVED))
                .toArray(LaneInput[]::new);
    }

    @Benchmark
    public long append() {
        next = (next + 1) % inputs.length;
        return log.append(Pushes.ACCOUNT, inputs[next]);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        log.release(Pushes.ACCOUNT);
        Folders.delete(home);
    }

    /** Nothing is set. */
    private static final class Unset implements Settings {

        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, Optional<String> value) {
            throw new UnsupportedOperationException("nothing is set here");
        }
    }
}
