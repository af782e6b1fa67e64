package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.recording.codec.Bytes;
import org.mirrorbook.recording.codec.CodecProblem;
import org.mirrorbook.recording.codec.ValueWriter;
import org.mirrorbook.recording.codec.Vocabulary;

/**
 * The inputs of one account, appended. Used by its lane alone. An input is in it wholly or not at all: what could not be written to the
 * file stays in memory and is tried again, and no more is taken until it could.
 */
final class AccountLog implements AutoCloseable {

    /** So much is held back, so that not each push is a call of the system. */
    private static final int HELD_BACK = 1 << 14;

    private final AccountId account;
    private final Path folder;
    private final long segmentSize;
    private final Housekeeping housekeeping;
    private final ValueWriter writer;
    private final CRC32C check = new CRC32C();
    private final Bytes bytes = new Bytes(HELD_BACK);
    private final Bytes definitions = new Bytes(256);
    private ActiveSegment active;
    private long next;
    private boolean durable = true;

    /** @param segmentSize from how many bytes on a new file is begun */
    AccountLog(AccountId account, Path folder, long segmentSize, Vocabulary vocabulary, Housekeeping housekeeping) throws IOException {
        this.account = account;
        this.folder = folder;
        this.segmentSize = segmentSize;
        this.housekeeping = housekeeping;
        this.writer = new ValueWriter(vocabulary);
        Files.createDirectories(folder);
        var segments = SegmentName.in(folder);
        use(segments.isEmpty() ? ActiveSegment.begin(folder, account, 1) : behind(segments.getLast()));
        housekeeping.tidy(folder, active.name().first());
    }

    private ActiveSegment.Opened behind(SegmentName newest) throws IOException {
        return switch (newest.kind()) {
            case PLAIN -> ActiveSegment.again(newest, account);
            case COMPRESSED -> ActiveSegment.begin(folder, account, newest.last() + 1);
            case LINES -> ActiveSegment.begin(folder, account, MessageLine.next(newest));
        };
    }

    private void use(ActiveSegment.Opened opened) {
        active = opened.segment();
        next = opened.next();
        writer.restart(opened.known());
    }

    /** @throws CodecProblem when the input has no form in a recording */
    long append(LaneInput input) throws IOException {
        if (bytes.length() >= HELD_BACK) {
            writeOut();
        }
        if (active.size() + bytes.length() >= segmentSize) {
            turn();
        }
        int start = Frames.begin(bytes, Frames.INPUT);
        try {
            bytes.number(next);
            var fresh = writer.write(input, bytes);
            Frames.end(bytes, start, check);
            if (!fresh.isEmpty()) {
                definitions.cut(0);
                fresh.forEach(one -> Frames.definition(definitions, one, check));
                bytes.insert(start, definitions);
            }
        } catch (RuntimeException | Error e) {
            bytes.cut(start);
            throw e;
        }
        durable = false;
        return next++;
    }

    private void turn() throws IOException {
        flush();
        var opened = ActiveSegment.begin(folder, account, next);
        try (var full = active) {
            use(opened);
            housekeeping.tidy(folder, next);
        }
    }

    private void writeOut() throws IOException {
        while (bytes.length() > 0) {
            bytes.drop(active.write(bytes), HELD_BACK);
        }
    }

    void flush() throws IOException {
        if (!durable) {
            writeOut();
            active.force();
            durable = true;
        }
    }

    @Override
    public void close() throws IOException {
        try (var file = active) {
            flush();
        }
    }
}
