package org.mirrorbook.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file up to the end that it has when it is opened. A lane may be writing on: of what it writes in one go the beginning could be seen
 * first and the rest a moment later, which would look like damage with something whole behind it.
 */
final class AsItIsNow extends FilterInputStream {

    private long left;

    private AsItIsNow(InputStream in, long size) {
        super(in);
        left = size;
    }

    static InputStream open(Path file) throws IOException {
        return new AsItIsNow(Files.newInputStream(file), Files.size(file));
    }

    @Override
    public int read() throws IOException {
        int octet = left == 0 ? -1 : in.read();
        left -= octet < 0 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        int read = left == 0 && count > 0 ? -1 : in.read(target, from, (int) Math.min(count, left));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
