package org.mirrorbook.cli.control;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A client written after the decision record alone: it shares nothing with the server. */
final class Client implements AutoCloseable {

    private final SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);

    Client(Path socket) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
    }

    void hello(int version, boolean typed, String folder, String... arguments) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeInt(version);
        data.writeByte(typed ? 1 : 0);
        text(data, folder);
        data.writeInt(arguments.length);
        for (var argument : arguments) {
            text(data, argument);
        }
        send('H', bytes.toByteArray());
    }

    void send(char type, byte[] payload) throws IOException {
        raw(ByteBuffer.allocate(5 + payload.length).put((byte) type).putInt(payload.length).put(payload).array());
    }

    void raw(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Type and text of the next frame, the code of an exit; {@code end} once the other side has hung up. */
    String next() throws IOException {
        var head = ByteBuffer.allocate(5);
        if (!fill(head)) {
            return "end";
        }
        char type = (char) head.flip().get();
        var payload = ByteBuffer.allocate(head.getInt());
        if (!fill(payload)) {
            return "cut";
        }
        return switch (type) {
            case 'T' -> "T";
            case 'X' -> "X " + payload.flip().getInt();
            default -> type + " " + new String(payload.array(), StandardCharsets.UTF_8);
        };
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            try {
                if (channel.read(buffer) < 0) {
                    return false;
                }
            } catch (SocketException reset) {
                // how Linux says that the other side hung up before it read all
                return false;
            }
        }
        return true;
    }

    private static void text(DataOutputStream data, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
