package org.mirrorbook.product.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A started product. Its output is read by two threads; waiting means to wait for its next line or for its end, up to a deadline,
 * and a deadline that passes fails the test with all that was printed. Closing it ends the process if it still runs.
 */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String command;
    private final Process process;
    private final LinkedBlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> readers = new ArrayList<>();

    Running(String command, Process process) {
        this.command = command;
        this.process = process;
        readers.add(reading(process.getInputStream(), line -> {
            out.add(line);
            unread.add(line);
        }));
        readers.add(reading(process.getErrorStream(), err::add));
    }

    /** Writes text to the standard input of the product, then closes it. */
    Running given(String text) throws IOException {
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** The next line of standard output that is wanted; those before it are passed over. */
    String line(String what, Predicate<String> wanted) {
        return line(what, wanted, PATIENCE);
    }

    /** The same with a deadline of its own. */
    String line(String what, Predicate<String> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                var line = unread.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (line == null) {
                    throw new AssertionError("waited " + patience + " in vain for " + what + "\n" + this);
                }
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Lets it run for as long; tells whether it still does. */
    boolean runsFor(Duration time) {
        try {
            return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends SIGTERM. */
    Running terminate() {
        process.destroy();
        return this;
    }

    /** Ends it the hard way, as a power cut would, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the end and gives the exit code; after it all output has been read. */
    int exitCode() {
        return exitCode(PATIENCE);
    }

    /** The same with a deadline of its own. */
    int exitCode(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it did not end within " + patience + "\n" + this);
            }
            for (var reader : readers) {
                reader.join(patience);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Standard output so far, line by line. */
    List<String> out() {
        return List.copyOf(out);
    }

    /** Standard error so far, line by line. */
    List<String> err() {
        return List.copyOf(err);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return command + "\n--- stdout\n" + String.join("\n", out) + "\n--- stderr\n" + String.join("\n", err);
    }

    private static Thread reading(InputStream stream, Consumer<String> sink) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    sink.accept(line);
                }
            } catch (IOException e) {
                if (!"Stream closed".equals(e.getMessage())) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted while waiting", e);
    }
}
