package org.mirrorbook.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mirrorbook.recording.codec.CodecProblem;

/** Compresses closed segments, in steps of which each leaves the segment readable exactly once, wherever a kill comes. */
final class Compression {

    private static final Logger LOG = LoggerFactory.getLogger(Compression.class);
    private static final int BLOCK = 1 << 16;

    /** Where it has got to, in order. */
    enum Step {
        BEGUN, WRITTEN, CHECKED, RENAMED, DONE
    }

    private final Consumer<Step> reached;

    /** @param reached is told each step; what it throws ends the work there */
    Compression(Consumer<Step> reached) {
        this.reached = reached;
    }

    /** Finishes what a kill left, and compresses each plain segment before that number. */
    void all(Path folder, long active) throws IOException {
        try (var files = Files.list(folder)) {
            for (var rest : files.filter(SegmentName::isInWork).toList()) {
                Files.delete(rest);
            }
        }
        var segments = SegmentName.in(folder);
        try (var files = Files.list(folder)) {
            var doubled = files.flatMap(file -> SegmentName.of(file).stream())
                    .filter(one -> one.kind() == SegmentName.Kind.PLAIN && one.isDoubled(segments)).toList();
            for (var one : doubled) {
                Files.delete(one.file());
            }
        }
        for (var segment : segments) {
            if (segment.kind() == SegmentName.Kind.PLAIN && segment.first() < active) {
                compress(segment);
            }
        }
    }

    private void compress(SegmentName plain) throws IOException {
        long last = last(plain);
        if (last == 0) {
            return;
        }
        var target = plain.compressed(last);
        var work = target.inWork();
        reached.accept(Step.BEGUN);
        try (var channel = FileChannel.open(work, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var out = new Quick(Channels.newOutputStream(channel));
            try (var in = Files.newInputStream(plain.file())) {
                var block = new byte[BLOCK];
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    goOn();
                    out.write(block, 0, count);
                }
            }
            out.finish();
            channel.force(true);
        }
        reached.accept(Step.WRITTEN);
        if (!isEqual(plain.file(), work)) {
            throw new IOException("the compressed form of " + plain.file() + " does not read back");
        }
        Files.setLastModifiedTime(work, Files.getLastModifiedTime(plain.file()));
        reached.accept(Step.CHECKED);
        Files.move(work, target.file(), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(plain.file().toAbsolutePath().getParent());
        reached.accept(Step.RENAMED);
        Files.delete(plain.file());
        reached.accept(Step.DONE);
    }

    /**
     * A third of the time of the usual level for a third more space, measured on a segment of pushes that differ in a few figures
     * (docs/benchmarks.md): each push says nearly what the one before it said, which either level finds.
     */
    private static final class Quick extends GZIPOutputStream {

        Quick(OutputStream out) throws IOException {
            super(out, BLOCK);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Number of the last input; 0 for a damaged segment, which stays as it is for whoever reads it to name. */
    private static long last(SegmentName plain) throws IOException {
        long last = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(plain.file()), BLOCK)) {
            var frames = new FrameReader(in);
            if (frames.begin()) {
                for (var content = frames.next(); content.isPresent(); content = frames.next()) {
                    goOn();
                    last = content.get().octet() == Frames.INPUT ? content.get().number() : last;
                }
            }
            if (!frames.isBroken()) {
                return last;
            }
        } catch (CodecProblem e) {
            LOG.debug("Not an input", e);
        }
        LOG.error("The recording {} is damaged behind input {} and stays as it is", plain.file(), last);
        return 0;
    }

    private static boolean isEqual(Path plain, Path compressed) throws IOException {
        try (InputStream one = Files.newInputStream(plain);
                InputStream two = new GZIPInputStream(Files.newInputStream(compressed), BLOCK)) {
            byte[] first;
            do {
                goOn();
                first = one.readNBytes(BLOCK);
                if (!Arrays.equals(first, two.readNBytes(BLOCK))) {
                    return false;
                }
            } while (first.length > 0);
            return true;
        }
    }

    private static void goOn() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the product stops");
        }
    }
}
