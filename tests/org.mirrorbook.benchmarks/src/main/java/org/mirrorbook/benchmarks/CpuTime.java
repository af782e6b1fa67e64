package org.mirrorbook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The processor time of a process and of all it started, as Linux counts it: in hundredths of a second, user and system. */
public final class CpuTime {

    private static final long TICK_MILLIS = 10;

    private CpuTime() {
    }

    public static Duration of(Process process) throws IOException {
        long ticks = 0;
        for (long pid : Stream.concat(Stream.of(process.toHandle()), process.descendants()).mapToLong(ProcessHandle::pid).toArray()) {
            ticks += ticks(pid);
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    /** Fields 14 and 15 of proc's stat, counted behind the name, which may hold anything. */
    private static long ticks(long pid) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
