package org.mirrorbook.exchange.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A server of bytes on loopback, for what no proper server can be made to say. Each connection is treated the same, on a thread of its
 * own.
 */
final class RawServer implements AutoCloseable {

    /** Speaks to one connection whose request was read, and returns to cut it. */
    @FunctionalInterface
    interface Speech {
        void to(OutputStream out) throws Exception;
    }

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket door;
    private final Speech speech;

    RawServer(Speech speech) throws IOException {
        this.speech = speech;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    var caller = door.accept();
                    Thread.ofVirtual().start(() -> serve(caller));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void serve(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
            String key = null;
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                    key = line.substring(18).strip();
                }
            }
            var out = caller.getOutputStream();
            if (key != null) {
                out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accepted(key) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            speech.to(out);
        } catch (Exception cut) {
            // the other end left in the middle: what several tests are about
        }
    }

    private static String accepted(String key) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(digest);
    }

    /** The head of a frame (RFC 6455, 5.2): 1 text, 2 binary, 0 continuation, 9 ping; with 0x80 the last of its message. */
    static byte[] head(int opcode, long length) {
        if (length < 126) {
            return new byte[] {(byte) opcode, (byte) length};
        }
        var head = new byte[10];
        head[0] = (byte) opcode;
        head[1] = 127;
        for (int i = 0; i < 8; i++) {
            head[9 - i] = (byte) (length >>> (8 * i));
        }
        return head;
    }

    URI address(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + door.getLocalPort() + "/ws");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
