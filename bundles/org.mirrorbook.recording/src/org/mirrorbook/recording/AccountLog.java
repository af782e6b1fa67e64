package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The messages of one account, appended. Used by its lane alone. */
final class AccountLog implements AutoCloseable {

    private final Segments segments;
    private final long segmentSize;
    private FileChannel channel;
    private long next;

    /** @param segmentSize from how many bytes on a new file is begun */
    AccountLog(Segments segments, long segmentSize) throws IOException {
        this.segments = segments;
        this.segmentSize = segmentSize;
        use(segments.openNewest());
    }

    private void use(Segments.Open open) {
        channel = open.channel();
        next = open.next();
    }

    long append(Instant receivedAt, String name, String text) throws IOException {
        if (channel.position() >= segmentSize) {
            flush();
            channel.close();
            use(segments.openNew(next));
        }
        long start = channel.position();
        try {
            write(MessageLine.of(next, receivedAt, name, text));
        } catch (IOException e) {
            // a line in part would glue itself to the next one
            channel.truncate(start);
            throw e;
        }
        return next++;
    }

    private void write(String line) throws IOException {
        var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void flush() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        try (var file = channel) {
            file.force(false);
        }
    }
}
