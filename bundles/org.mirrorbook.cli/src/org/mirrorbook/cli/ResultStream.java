package org.mirrorbook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Standard output as a stream of UTF-8: the results are text, wherever they go. */
final class ResultStream extends OutputStream {

    private final Streams streams;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer waiting = ByteBuffer.allocate(1 << 13);
    private final CharBuffer text = CharBuffer.allocate(1 << 13);

    ResultStream(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int next = from;
        int end = from + length;
        while (next < end) {
            int taken = Math.min(waiting.remaining(), end - next);
            waiting.put(bytes, next, taken);
            next += taken;
            pass();
        }
    }

    /** What is a whole character goes on; what is begun waits for its rest. */
    private void pass() throws IOException {
        waiting.flip();
        var result = decoder.decode(waiting, text, false);
        if (result.isError()) {
            result.throwException();
        }
        waiting.compact();
        text.flip();
        streams.results().append(text);
        text.clear();
        if (streams.isClosed()) {
            throw new IOException("nobody reads it any more");
        }
    }

    @Override
    public void flush() {
        streams.results().flush();
    }
}
