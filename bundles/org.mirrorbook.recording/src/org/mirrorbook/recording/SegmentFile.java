package org.mirrorbook.recording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.recording.codec.CodecProblem;
import org.mirrorbook.recording.codec.Cursor;
import org.mirrorbook.recording.codec.Definition;
import org.mirrorbook.recording.codec.ValueReader;
import org.mirrorbook.recording.codec.Vocabulary;

/**
 * One file of a recording to be read, wherever it lies and whatever it is called: its content tells what it is.
 *
 * @param plain whether it is the uncompressed form, which may end in what a kill cut off
 */
record SegmentFile(Path file, AccountId account, long first, boolean plain) {

    private static final int BLOCK = 1 << 16;

    /** Looks at the beginning of a file; nothing where a kill came before anything was in it. */
    static Optional<SegmentFile> look(Path named) {
        var file = present(named);
        try (var in = open(file)) {
            in.mark(2);
            int first = in.read();
            if (first == '{') {
                return MessageLine.of("{" + line(in)).map(line -> new SegmentFile(file, ofFolder(file), line.number(), true));
            }
            in.reset();
            boolean plain = !isCompressed(file);
            var frames = new FrameReader(in);
            var head = frames.begin() ? frames.next() : Optional.<Cursor>empty();
            if (head.isPresent() && head.get().octet() == Frames.HEAD) {
                var said = Frames.head(head.get());
                return Optional.of(new SegmentFile(file, said.account(), said.first(), plain));
            } else if (plain && SegmentName.of(file).isPresent() && Files.size(file) < BLOCK && !frames.hasMore()) {
                return Optional.empty();
            }
            throw new JournalProblem(Remedy.ASK_USER, file + " is not a recording.");
        } catch (IOException | CodecProblem e) {
            throw unreadable(file, e);
        }
    }

    /** The file, or what it became while the names were gathered. */
    private static Path present(Path file) {
        if (!Files.exists(file)) {
            try {
                var name = SegmentName.of(file);
                if (name.isPresent()) {
                    return SegmentName.in(file.toAbsolutePath().getParent()).stream().filter(one -> one.first() == name.get().first())
                            .map(SegmentName::file).findFirst().orElse(file);
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return file;
    }

    /**
     * Hands over its inputs in order, and does not read on behind the last that is wanted.
     *
     * @param expected number of the first
     * @param newest whether the account has no newer file: what is torn at its end is left out
     * @return the number behind the last that was read
     */
    long read(Vocabulary vocabulary, long expected, boolean newest, Span wanted, Consumer<Recorded> each) {
        try (var in = open(file)) {
            in.mark(1);
            boolean lines = in.read() == '{';
            in.reset();
            return lines ? readLines(in, expected, wanted, each) : readFrames(in, vocabulary, expected, newest, wanted, each);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private long readFrames(InputStream in, Vocabulary vocabulary, long expected, boolean newest, Span wanted, Consumer<Recorded> each)
            throws IOException {
        var frames = new FrameReader(in);
        var values = new ValueReader(vocabulary);
        long next = expected;
        frames.begin();
        for (var content = frames.next(); content.isPresent(); content = frames.next()) {
            wanted.cancellation().check();
            if (isInput(content.get(), values, next)) {
                if (wanted.endsBefore(next)) {
                    return next;
                }
                if (wanted.has(next)) {
                    each.accept(new Recorded(account, next, value(content.get(), values, next)));
                }
                next++;
            }
        }
        if (frames.isBroken() && !(plain && newest && !frames.hasMore())) {
            throw damaged(next, "damaged", null);
        }
        return next;
    }

    /** Whether it is one, of which the value is still to be read. What defines is taken up. */
    private boolean isInput(Cursor content, ValueReader values, long expected) {
        try {
            switch (content.octet()) {
                case Frames.DEFINITION -> values.define(Definition.readFrom(content));
                case Frames.INPUT -> {
                    if (content.number() != expected) {
                        throw damaged(expected, "incomplete", null);
                    }
                    return true;
                }
                default -> {
                    // the head was looked at before
                }
            }
            return false;
        } catch (CodecProblem e) {
            throw unreadable(expected, e);
        }
    }

    private LaneInput value(Cursor content, ValueReader values, long number) {
        try {
            return (LaneInput) values.read(content);
        } catch (CodecProblem | ClassCastException e) {
            throw unreadable(number, e);
        }
    }

    private JournalProblem unreadable(long number, RuntimeException cause) {
        return damaged(number, "not readable (" + cause.getMessage() + ")", cause);
    }

    private long readLines(InputStream in, long expected, Span wanted, Consumer<Recorded> each) throws IOException {
        long next = expected;
        for (var text = line(in); !text.isEmpty(); text = line(in)) {
            var line = MessageLine.of(text);
            if (line.isEmpty() && isTheLast(in)) {
                return next;
            } else if (line.isEmpty() || line.get().number() != next) {
                throw damaged(next, "damaged", null);
            }
            wanted.cancellation().check();
            if (wanted.has(next)) {
                each.accept(new Recorded(account, next, line.get().heard()));
            }
            next++;
        }
        return next;
    }

    /** Whether no whole line follows: then a kill cut it off, and whatever came after has the numbers behind it. */
    private static boolean isTheLast(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().allMatch(line -> MessageLine.of(line).isEmpty());
    }

    private JournalProblem damaged(long number, String how, Throwable cause) {
        return new JournalProblem(Remedy.ASK_USER, "The recording " + file + " is " + how + " at input " + number + " of account " + account
                + ".", cause);
    }

    private static JournalProblem unreadable(Path file, Exception cause) {
        return new JournalProblem(Remedy.ASK_USER, "The recording " + file + " cannot be read: "
                + (cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage()) + ".", cause);
    }

    private static InputStream open(Path file) throws IOException {
        var in = AsItIsNow.open(file);
        try {
            return new BufferedInputStream(isCompressed(file) ? new GZIPInputStream(in, BLOCK) : in, BLOCK);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isCompressed(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == 0x1F && in.read() == 0x8B;
        }
    }

    private static AccountId ofFolder(Path file) {
        return new AccountId(file.toAbsolutePath().getParent().getFileName().toString());
    }

    /** The rest of the line without its end; empty at the end of the file. */
    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            bytes.write(octet);
            octet = in.read();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
