package org.mirrorbook.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.recording.codec.Bytes;
import org.mirrorbook.recording.codec.CodecProblem;
import org.mirrorbook.recording.codec.Definition;

/** The one plain file of an account that is written. For one thread. */
final class ActiveSegment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveSegment.class);

    private final FileChannel channel;
    private final SegmentName name;
    private long size;

    private ActiveSegment(FileChannel channel, SegmentName name, long size) {
        this.channel = channel;
        this.name = name;
        this.size = size;
    }

    /**
     * A file that is open behind its last whole frame.
     *
     * @param next number of the next input
     * @param known what it defines
     */
    record Opened(ActiveSegment segment, long next, List<Definition> known) {
    }

    static Opened begin(Path folder, AccountId account, long first) throws IOException {
        var name = SegmentName.plain(folder, first);
        var channel = FileChannel.open(name.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            var segment = new ActiveSegment(channel, name, 0);
            segment.head(account);
            Folders.force(folder);
            return new Opened(segment, first, List.of());
        } catch (IOException e) {
            channel.close();
            // else the next try would find a file of that name
            Files.deleteIfExists(name.file());
            throw e;
        }
    }

    /** Cuts away what a kill left at the end in part. Anything else that is damaged is a problem. */
    static Opened again(SegmentName name, AccountId account) throws IOException {
        var known = new ArrayList<Definition>();
        long next = name.first();
        long whole;
        try (var in = Files.newInputStream(name.file())) {
            var frames = new FrameReader(new BufferedInputStream(in, 1 << 16));
            if (frames.begin()) {
                for (var content = frames.next(); content.isPresent(); content = frames.next()) {
                    switch (content.get().octet()) {
                        case Frames.DEFINITION -> known.add(Definition.readFrom(content.get()));
                        case Frames.INPUT -> next = number(name, content.get().number(), next) + 1;
                        default -> {
                            // the head says what the name and the folder say
                        }
                    }
                }
            }
            if (frames.isBroken() && frames.hasMore()) {
                throw damaged(name, next);
            }
            whole = frames.whole();
        } catch (CodecProblem e) {
            throw damaged(name, next);
        }
        return reopen(name, account, whole, next, known);
    }

    private static Opened reopen(SegmentName name, AccountId account, long whole, long next, List<Definition> known) throws IOException {
        var channel = FileChannel.open(name.file(), StandardOpenOption.WRITE);
        try {
            if (channel.size() > whole) {
                LOG.warn("The recording {} ended in the middle of an input, as after a kill: its last {} bytes were cut away", name.file(),
                        channel.size() - whole);
                channel.truncate(whole);
            }
            channel.position(whole);
            var segment = new ActiveSegment(channel, name, whole);
            if (whole <= Frames.BEGINNING.length) {
                channel.truncate(0);
                segment.size = 0;
                segment.head(account);
            }
            return new Opened(segment, next, known);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static long number(SegmentName name, long number, long expected) {
        if (number != expected) {
            throw damaged(name, expected);
        }
        return number;
    }

    private static JournalProblem damaged(SegmentName name, long number) {
        return new JournalProblem(Remedy.ASK_USER, "The recording " + name.file() + " is damaged at input " + number
                + ", and not only at its end. Move it out of the folder: recording goes on without it.");
    }

    private void head(AccountId account) throws IOException {
        var bytes = new Bytes(128);
        Frames.head(bytes, new Frames.Head(account, name.first()), new CRC32C());
        int written = write(bytes);
        if (written < bytes.length()) {
            throw new IOException("a file could not be begun");
        }
    }

    /**
     * Writes from the first byte on and says how many came into the file: fewer when something went wrong, which is thrown when none came.
     */
    int write(Bytes bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes.data(), 0, bytes.length());
        try {
            while (left.hasRemaining()) {
                channel.write(left, size + left.position());
            }
        } catch (IOException e) {
            if (left.position() == 0) {
                throw e;
            }
        }
        size += left.position();
        return left.position();
    }

    void force() throws IOException {
        channel.force(false);
    }

    long size() {
        return size;
    }

    SegmentName name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
