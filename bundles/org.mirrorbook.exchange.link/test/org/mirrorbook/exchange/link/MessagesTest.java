package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes over a real socket, byte by byte: large, broken up, and what is no text. */
@Timeout(120)
class MessagesTest {

    private static final int LAST = 0x80;
    private static final long HUNDRED_MEGABYTES = 100L << 20;

    private final JettyNetwork network = new JettyNetwork();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<LinkTrouble> ends = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        network.stop();
    }

    @Test
    void aSnapshotOf300OpenPositionsIsOneMessage() throws Exception {
        var frame = new String(MessagesTest.class.getResourceAsStream("/fixtures/bitget/positions-1.json").readAllBytes(),
                StandardCharsets.UTF_8);
        // the row of the real frame, 300 times, each with an id of its own
        int from = frame.indexOf('[') + 1;
        var row = frame.substring(from, frame.lastIndexOf(']'));
        var snapshot = frame.substring(0, from) + IntStream.rangeClosed(1, 300)
                .mapToObj(id -> row.replace("\"posId\": \"1\"", "\"posId\": \"" + id + "\"")).collect(Collectors.joining(","))
                + frame.substring(frame.lastIndexOf(']'));
        assertThat(snapshot.length()).isGreaterThan(65_536).isLessThan((int) JettyNetwork.MAX_TEXT);
        var bytes = snapshot.getBytes(StandardCharsets.UTF_8);
        try (var server = new RawServer(out -> {
            write(out, RawServer.head(1 | LAST, bytes.length), bytes);
            untilTheOtherEndLeaves(out);
        })) {
            connect(server);
            assertThat(texts.poll(30, TimeUnit.SECONDS)).isEqualTo(snapshot).contains("\"posId\": \"300\"");
        }
    }

    @Test
    void aMessageInPiecesWithAPingBetweenThemIsOneMessage() throws Exception {
        var bytes = "größer".getBytes(StandardCharsets.UTF_8);
        try (var server = new RawServer(out -> {
            // cut in the middle of a letter
            write(out, RawServer.head(1, 3), Arrays.copyOfRange(bytes, 0, 3));
            write(out, RawServer.head(9 | LAST, 0), new byte[0]);
            write(out, RawServer.head(0, 2), Arrays.copyOfRange(bytes, 3, 5));
            write(out, RawServer.head(0 | LAST, bytes.length - 5), Arrays.copyOfRange(bytes, 5, bytes.length));
            write(out, RawServer.head(1 | LAST, 4), "next".getBytes(StandardCharsets.UTF_8));
            untilTheOtherEndLeaves(out);
        })) {
            connect(server);
            assertThat(texts.poll(30, TimeUnit.SECONDS)).isEqualTo("größer");
            assertThat(texts.poll(30, TimeUnit.SECONDS)).isEqualTo("next");
        }
    }

    @Test
    void aHundredMegabytesInOneFrameEndTheConnectionBeforeTheyAreTakenIn() throws Exception {
        var sent = new AtomicLong();
        try (var server = new RawServer(out -> {
            out.write(RawServer.head(1 | LAST, HUNDRED_MEGABYTES));
            flood(out, sent, false);
        })) {
            connect(server);
            assertThat(ends.poll(60, TimeUnit.SECONDS)).isEqualTo(LinkTrouble.tooLarge());
            assertThat(texts).isEmpty();
        }
        // nothing but the buffers of two sockets can have been filled
        assertThat(sent.get()).isLessThan(32L << 20);
    }

    @Test
    void aHundredMegabytesInPiecesEndTheConnectionAtTheLimit() throws Exception {
        var sent = new AtomicLong();
        try (var server = new RawServer(out -> {
            write(out, RawServer.head(1, 1), new byte[] {'x'});
            flood(out, sent, true);
        })) {
            connect(server);
            assertThat(ends.poll(60, TimeUnit.SECONDS)).isEqualTo(LinkTrouble.tooLarge());
            assertThat(texts).isEmpty();
        }
        assertThat(sent.get()).isLessThan(40L << 20);
    }

    @Test
    void bytesThatAreNoUtf8AreNoText() throws Exception {
        try (var server = new RawServer(out -> {
            write(out, RawServer.head(1 | LAST, 4), new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'});
            untilTheOtherEndLeaves(out);
        })) {
            connect(server);
            assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo(LinkTrouble.notText());
            assertThat(texts).isEmpty();
        }
    }

    @Test
    void aBinaryMessageIsNoText() throws Exception {
        try (var server = new RawServer(out -> {
            write(out, RawServer.head(2 | LAST, 4), new byte[] {1, 2, 3, 4});
            untilTheOtherEndLeaves(out);
        })) {
            connect(server);
            assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo(LinkTrouble.notText());
        }
    }

    @Test
    void aFrameThatEndsInTheMiddleIsACut() throws Exception {
        var beginning = "{\"action\":".getBytes(StandardCharsets.UTF_8);
        try (var server = new RawServer(out -> write(out, RawServer.head(1 | LAST, 100), beginning))) {
            connect(server);
            assertThat(ends.poll(30, TimeUnit.SECONDS).code()).contains("CLOSED");
            assertThat(texts).isEmpty();
        }
    }

    @Test
    void aCompressedOrOtherwiseUnlawfulFrameEndsTheConnection() throws Exception {
        try (var server = new RawServer(out -> {
            // 0x40: the bit of an extension that nobody agreed on
            write(out, RawServer.head(1 | LAST | 0x40, 2), "{}".getBytes(StandardCharsets.UTF_8));
            untilTheOtherEndLeaves(out);
        })) {
            connect(server);
            assertThat(ends.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(texts).isEmpty();
        }
    }

    private static void write(OutputStream out, byte[] head, byte[] body) throws Exception {
        out.write(head);
        out.write(body);
        out.flush();
    }

    /** Writes until all of it is out or the other end has enough. */
    private static void flood(OutputStream out, AtomicLong sent, boolean framed) throws Exception {
        var piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) 'x');
        while (sent.get() < HUNDRED_MEGABYTES) {
            if (framed) {
                out.write(RawServer.head(0, piece.length));
            }
            out.write(piece);
            sent.addAndGet(piece.length);
        }
    }

    /** Keeps the connection open: pings, until writing fails. */
    private static void untilTheOtherEndLeaves(OutputStream out) throws Exception {
        var patience = new LinkedBlockingQueue<String>();
        while (true) {
            patience.poll(100, TimeUnit.MILLISECONDS);
            write(out, RawServer.head(9 | LAST, 0), new byte[0]);
        }
    }

    private void connect(RawServer server) {
        network.connect(server.address("ws"), new SocketListener() {
            @Override
            public void opened(Socket socket) {
            }

            @Override
            public void text(String text) {
                texts.add(text);
            }

            @Override
            public void ended(LinkTrouble trouble) {
                ends.add(trouble);
            }
        });
    }
}
