package org.mirrorbook.recording;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;

import org.mirrorbook.recording.codec.Cursor;

/** Reads a segment frame by frame. For one thread. */
final class FrameReader {

    private final InputStream in;
    private final CRC32C check = new CRC32C();
    private long whole;
    private byte[] broken = new byte[0];

    FrameReader(InputStream in) {
        this.in = in;
    }

    /** Reads the mark; false when it is not whole. */
    boolean begin() throws IOException {
        var start = read(Frames.BEGINNING.length);
        if (!Arrays.equals(start, Frames.BEGINNING)) {
            broken = start;
            return false;
        }
        whole = start.length;
        return true;
    }

    /** The content of the next whole frame; nothing at the end, and where something is broken. */
    Optional<Cursor> next() throws IOException {
        var overhead = read(Frames.OVERHEAD);
        if (overhead.length == 0) {
            return Optional.empty();
        }
        int length = overhead.length < Frames.OVERHEAD || overhead[0] != Frames.FIRST_LETTER || overhead[1] != Frames.SECOND_LETTER ? 0
                : word(overhead, 2);
        if (length <= 0) {
            broken = overhead;
            return Optional.empty();
        }
        var content = read(length);
        if (content.length < length || Frames.check(content, 0, length, check) != word(overhead, 6)) {
            broken = Arrays.copyOf(overhead, overhead.length + content.length);
            System.arraycopy(content, 0, broken, overhead.length, content.length);
            return Optional.empty();
        }
        whole += Frames.OVERHEAD + length;
        return Optional.of(new Cursor(content));
    }

    /** Up to which byte all was whole. */
    long whole() {
        return whole;
    }

    boolean isBroken() {
        return broken.length > 0;
    }

    /** Whether a whole frame comes behind what is broken: then it is not the end that a kill cut off. Reads to the end. */
    boolean hasMore() throws IOException {
        var rest = in.readAllBytes();
        var all = Arrays.copyOf(broken, broken.length + rest.length);
        System.arraycopy(rest, 0, all, broken.length, rest.length);
        for (int i = 1; i <= all.length - Frames.OVERHEAD; i++) {
            if (all[i] == Frames.FIRST_LETTER && all[i + 1] == Frames.SECOND_LETTER) {
                int length = word(all, i + 2);
                int start = i + Frames.OVERHEAD;
                if (length > 0 && length <= all.length - start && Frames.check(all, start, length, check) == word(all, i + 6)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Fewer at the end, and where the compressed form is damaged. */
    private byte[] read(int count) throws IOException {
        try {
            return in.readNBytes(count);
        } catch (EOFException | ZipException e) {
            return new byte[] {0};
        }
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
    }
}
