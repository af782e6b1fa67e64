package org.mirrorbook.recording;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can wait, on a thread of its own of the lowest priority: compresses closed segments and deletes the oldest ones. What goes wrong is
 * logged and tried again an hour later: files grow old, and limits are changed, also where no segment is closed.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long SECONDS_TO_STOP = 10;

    private final Supplier<Retention> retention;
    private final Clock clock;
    private final Compression compression;
    /** Each folder that was recorded to, with the first input of the segment that is written. */
    private final Map<Path, Long> folders = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "recording-housekeeping");
        made.setPriority(Thread.MIN_PRIORITY);
        made.setDaemon(true);
        return made;
    });

    Housekeeping(Supplier<Retention> retention, Clock clock, Compression compression) {
        this.retention = retention;
        this.clock = clock;
        this.compression = compression;
        thread.scheduleWithFixedDelay(this::tidyAll, 1, 1, TimeUnit.HOURS);
    }

    /** @param active number of the first input of the segment that is written: it, and what is newer, is not touched */
    void tidy(Path folder, long active) {
        folders.put(folder, active);
        thread.execute(() -> tidied(folder, active));
    }

    /** What is done each hour. */
    void tidyAll() {
        folders.forEach((folder, active) -> {
            if (Files.isDirectory(folder)) {
                tidied(folder, active);
            }
        });
    }

    private void tidied(Path folder, long active) {
        try {
            compression.all(folder, active);
            trim(folder, active);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            LOG.debug("The product stops while a recording is compressed, which begins anew at the next start", e);
        } catch (IOException e) {
            LOG.warn("The closed recordings in {} were not tidied up, which is tried again: {}", folder, e.toString());
        } catch (RuntimeException e) {
            LOG.error("The closed recordings in {} could not be tidied up", folder, e);
        }
    }

    private void trim(Path folder, long active) throws IOException {
        var limits = retention.get();
        var segments = SegmentName.in(folder);
        long size = 0;
        for (var segment : segments) {
            size += Files.size(segment.file());
        }
        for (var segment : segments) {
            var age = Duration.between(Files.getLastModifiedTime(segment.file()).toInstant(), clock.instant());
            if (segment.first() >= active || size <= limits.bytes() && !limits.isTooOld(age)) {
                return;
            }
            size -= Files.size(segment.file());
            Files.delete(segment.file());
            LOG.info("The recording {} was deleted: it is beyond what is to be kept", segment.file());
        }
    }

    /** What is at work is given up, and found again at the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("The housekeeping of the recordings did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For tests: waits until all that was asked for so far is done. */
    void await() throws Exception {
        thread.submit(() -> {
            // comes last
        }).get(60, TimeUnit.SECONDS);
    }
}
