package org.mirrorbook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
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

    /**
     * The same, to the nanosecond and by thread: of each name without its numbers, what its running threads have used. Threads that ended
     * are not in it.
     */
    public static Map<String, Long> byThread(Process process) throws IOException {
        var used = new TreeMap<String, Long>();
        for (long pid : Stream.concat(Stream.of(process.toHandle()), process.descendants()).mapToLong(ProcessHandle::pid).toArray()) {
            try (var threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
                for (var thread : threads) {
                    var name = Files.readString(thread.resolve("comm")).strip().replaceAll("[-# ]*[0-9]+$", "");
                    used.merge(name, Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]), Long::sum);
                }
            } catch (NoSuchFileException ended) {
                // a thread or a process less
            }
        }
        return used;
    }
}
