package org.mirrorbook.cli.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * The frames of one connection (ADR 0013): one byte of type, four bytes of length (big-endian), the payload. Any thread may send, whole
 * frames at a time; one thread reads.
 */
final class Frames {

    /** Client: version, folder, terminal facts, arguments. The first frame. */
    static final byte HELLO = 'H';
    /** Client: a piece of standard input, asked for by {@link #READ}; empty at its end. */
    static final byte INPUT = 'I';
    /** Owner: the command is taken. Comes at once, so that a client knows that somebody answers. */
    static final byte TAKEN = 'T';
    /** Owner: the command wants one piece of standard input. */
    static final byte READ = 'R';
    /** Owner: a piece of standard output. */
    static final byte OUT = 'O';
    /** Owner: a piece of standard error. */
    static final byte ERR = 'E';
    /** Owner: the exit code, four bytes. The last frame. */
    static final byte EXIT = 'X';

    /** No frame is longer: what is, comes from somebody who speaks something else. */
    static final int LONGEST = 1 << 20;
    private static final int HEAD = 5;

    /** One frame. */
    record Frame(byte type, byte[] payload) {
        Frame {
            requireNonNull(payload);
        }
    }

    private final SocketChannel channel;
    private final Object sending = new Object();

    Frames(SocketChannel channel) {
        this.channel = requireNonNull(channel);
    }

    void send(byte type, byte[] payload) throws IOException {
        send(type, payload, 0, payload.length);
    }

    void send(byte type, byte[] payload, int from, int length) throws IOException {
        var frame = ByteBuffer.allocate(HEAD + length).put(type).putInt(length).put(payload, from, length).flip();
        synchronized (sending) {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        }
    }

    void exit(int code) throws IOException {
        send(EXIT, ByteBuffer.allocate(Integer.BYTES).putInt(code).array());
    }

    /** The next frame; nothing when the other side has gone. */
    Optional<Frame> next() throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        if (!fill(head)) {
            return Optional.empty();
        }
        byte type = head.flip().get();
        int length = head.getInt();
        if (length < 0 || length > LONGEST) {
            throw new ProtocolException("a frame of " + length + " bytes");
        }
        var payload = ByteBuffer.allocate(length);
        return fill(payload) ? Optional.of(new Frame(type, payload.array())) : Optional.empty();
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }
}
