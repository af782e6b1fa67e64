package org.mirrorbook.cli.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process that asked, as far as its command sees it: its streams, and that it goes away. Output goes out at once; when the client has
 * gone the writers say so by {@link PrintWriter#checkError()}. The command's thread is not interrupted: an interrupt within a
 * database access would close the database's files under everybody else.
 */
public final class Guest {

    private static final byte[] NOTHING = new byte[0];

    private final Frames frames;
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    private final PrintWriter results;
    private final PrintWriter remarks;
    private final InputStream input = new Pieces();

    Guest(Frames frames) {
        this.frames = requireNonNull(frames);
        this.results = writer(Frames.OUT);
        this.remarks = writer(Frames.ERR);
    }

    /** Its standard output. */
    public PrintWriter results() {
        return results;
    }

    /** Its standard error. */
    public PrintWriter remarks() {
        return remarks;
    }

    /** Its standard input. Nothing is read there before this is. */
    public InputStream input() {
        return input;
    }

    /** Calls back once, on another thread, when the command shall end: its client has gone, or this instance is ending. */
    public void whenAskedToEnd(Runnable end) {
        asked.thenRun(end);
    }

    void arrived(byte[] piece) {
        arrived.add(piece);
    }

    void end() {
        arrived.add(NOTHING);
        asked.complete(null);
    }

    private PrintWriter writer(byte type) {
        return new PrintWriter(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                for (int done = 0; done < length; done += Frames.LONGEST) {
                    frames.send(type, bytes, from + done, Math.min(Frames.LONGEST, length - done));
                }
            }
        }, true, StandardCharsets.UTF_8);
    }

    /** Asks for one piece at a time, so that the client reads no more than the command wants. */
    private final class Pieces extends InputStream {

        private byte[] piece = NOTHING;
        private int next;
        private boolean ended;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (next == piece.length && !ended) {
                fetch();
            }
            if (ended) {
                return -1;
            }
            int count = Math.min(length, piece.length - next);
            System.arraycopy(piece, next, target, from, count);
            next += count;
            return count;
        }

        private void fetch() throws IOException {
            try {
                frames.send(Frames.READ, NOTHING);
                piece = arrived.take();
                next = 0;
                ended = piece.length == 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while standard input was awaited", e);
            }
        }
    }
}
