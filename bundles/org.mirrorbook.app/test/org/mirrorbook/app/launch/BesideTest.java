package org.mirrorbook.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The asking side of the control socket, against owners that are played here frame by frame. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class BesideTest {

    /** What an owner does with the connection of a client whose greeting it has read. */
    @FunctionalInterface
    interface Owner {
        void serve(SocketChannel client) throws IOException;
    }

    @TempDir
    Path temp;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    private ServerSocketChannel server;

    @BeforeEach
    void aSocketInTheHome() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(temp.resolve("control.sock")));
    }

    @AfterEach
    void itIsClosed() throws IOException {
        server.close();
    }

    @Test
    void whatTheOwnerWritesIsWrittenHereAndItsCodeIsOurs() {
        var heard = owner(client -> {
            send(client, 'T', "");
            send(client, 'O', "[]\n");
            send(client, 'E', "a remark\n");
            send(client, 'X', "\0\0\0\3");
        });

        assertThat(ask(nothing(), results, "trades", "--account", "Größe")).contains(3);

        assertThat(results.toString(StandardCharsets.UTF_8)).isEqualTo("[]\n");
        assertThat(remarks.toString(StandardCharsets.UTF_8)).isEqualTo("a remark\n");
        // version 1, a terminal, the folder of four bytes, three arguments
        assertThat(heard.join()).startsWith(0, 0, 0, 1, 1, 0, 0, 0, 4, '/', 'd', 'i', 'r', 0, 0, 0, 3, 0, 0, 0, 6, 't', 'r')
                .endsWith("Größe".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void standardInputGoesToTheOwnerWhenItAsks() {
        var piece = new CompletableFuture<String>();
        owner(client -> {
            send(client, 'T', "");
            send(client, 'R', "");
            piece.complete(new String(frame(client), StandardCharsets.UTF_8));
            send(client, 'X', "\0\0\0\0");
        });

        assertThat(ask(new ByteArrayInputStream("a key".getBytes(StandardCharsets.UTF_8)), results, "accounts", "add")).contains(0);

        assertThat(piece.join()).isEqualTo("a key");
    }

    @Test
    void standardInputIsLeftToOthersWhereTheCommandDoesNotAskForIt() {
        owner(client -> {
            send(client, 'T', "");
            send(client, 'X', "\0\0\0\0");
        });
        var others = new ByteArrayInputStream(new byte[5]);

        assertThat(ask(others, results, "trades")).contains(0);

        assertThat(others.available()).isEqualTo(5);
    }

    @Test
    void anOwnerThatDoesNotAnswerIsNobody() {
        // connected, as a stopped process is, but never heard of
        var beside = new Beside(temp.resolve("control.sock"), Duration.ofMillis(300), nothing(), results, remarks);
        assertThat(beside.run(List.of("trades"), Path.of("/dir"), true)).isEmpty();
        assertThat(beside.isHeard()).as("it listens").isTrue();
    }

    @Test
    void aSocketWithoutAnOwnerIsNobodyAndSoIsNoSocket() throws IOException {
        server.close();

        var left = new Beside(temp.resolve("control.sock"), Duration.ofSeconds(30), nothing(), results, remarks);
        assertThat(left.run(List.of("trades"), Path.of("/dir"), true)).isEmpty();
        assertThat(left.isHeard()).as("as a killed owner leaves it").isFalse();
        assertThat(Beside.of(temp.resolve("elsewhere"), Duration.ofSeconds(5)).run(List.of(), Path.of("/dir"), false)).isEmpty();
    }

    @Test
    void anOwnerThatEndsInTheMiddleIsAFailureThatIsSaid() {
        owner(client -> {
            send(client, 'T', "");
            send(client, 'O', "half");
        });

        assertThat(ask(nothing(), results, "trades")).contains(1);

        assertThat(remarks.toString(StandardCharsets.UTF_8)).contains("ended before the command was done");
    }

    @Test
    void whereNobodyReadsTheResultsTheCommandIsOver() {
        owner(client -> {
            send(client, 'T', "");
            send(client, 'O', "for nobody");
            // until the client hangs up
            client.read(ByteBuffer.allocate(1));
        });

        assertThat(ask(nothing(), new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        }, "mirror")).contains(0);
    }

    private Optional<Integer> ask(InputStream input, OutputStream target, String... arguments) {
        return new Beside(temp.resolve("control.sock"), Duration.ofSeconds(30), input, target, remarks).run(List.of(arguments),
                Path.of("/dir"), true);
    }

    private CompletableFuture<byte[]> owner(Owner owner) {
        var heard = new CompletableFuture<byte[]>();
        Thread.ofPlatform().daemon().start(() -> {
            try (var client = server.accept()) {
                heard.complete(frame(client));
                owner.serve(client);
            } catch (IOException e) {
                heard.completeExceptionally(e);
            }
        });
        return heard;
    }

    private static byte[] frame(SocketChannel client) throws IOException {
        var head = ByteBuffer.allocate(5);
        while (head.hasRemaining()) {
            client.read(head);
        }
        var payload = ByteBuffer.allocate(head.flip().position(1).getInt());
        while (payload.hasRemaining()) {
            client.read(payload);
        }
        return payload.array();
    }

    private static void send(SocketChannel client, char type, String payload) throws IOException {
        var bytes = payload.getBytes(StandardCharsets.UTF_8);
        client.write(ByteBuffer.allocate(5 + bytes.length).put((byte) type).putInt(bytes.length).put(bytes).flip());
    }

    private static InputStream nothing() {
        return InputStream.nullInputStream();
    }
}
