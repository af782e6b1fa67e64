package org.mirrorbook.journal.jpa.archive;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The stream that the caller gave, which tells its own failures from those of the database. */
final class GivenStream extends FilterOutputStream {

    private IOException failure;

    GivenStream(OutputStream given) {
        super(new BufferedOutputStream(given, 1 << 16));
    }

    /** Why it could not be written, if so. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void write(int value) throws IOException {
        try {
            out.write(value);
        } catch (IOException e) {
            throw remember(e);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw remember(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remember(e);
        }
    }

    private IOException remember(IOException e) {
        failure = e;
        return e;
    }
}
