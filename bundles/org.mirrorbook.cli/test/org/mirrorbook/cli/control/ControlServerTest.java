package org.mirrorbook.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The socket beside a running instance, over real Unix domain sockets. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ControlServerTest {

    @TempDir
    Path temp;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    @AfterEach
    void everythingIsClosed() throws Exception {
        for (var one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void aCommandGetsItsArgumentsAndItsClientItsOutputInOrderAndTheCode() throws IOException {
        serve((question, guest) -> {
            guest.results().print("asked " + question.arguments() + " in " + question.folder() + "\n");
            guest.results().flush();
            guest.remarks().print("a remark\n");
            guest.remarks().flush();
            guest.results().print("ü".repeat(10));
            return 3;
        });

        var client = client();
        client.hello(1, false, "/some/where", "trades", "--account", "Größe", "");

        assertThat(client.next()).isEqualTo("T");
        assertThat(client.next()).isEqualTo("O asked [trades, --account, Größe, ] in /some/where\n");
        assertThat(client.next()).isEqualTo("E a remark\n");
        assertThat(client.next()).isEqualTo("O " + "ü".repeat(10));
        assertThat(client.next()).isEqualTo("X 3");
        assertThat(client.next()).isEqualTo("end");
    }

    @Test
    void outputOfAnySizeArrivesWhole() throws IOException {
        var large = "0123456789".repeat(300_000);
        serve((question, guest) -> {
            guest.results().print(large);
            return 0;
        });

        var client = client();
        client.hello(1, false, "/");
        var whole = new StringBuilder();
        for (var next = client.next(); !next.equals("X 0"); next = client.next()) {
            whole.append(next.startsWith("O ") ? next.substring(2) : "");
        }

        assertThat(whole.toString()).isEqualTo(large);
    }

    @Test
    void standardInputIsAskedForPieceByPieceAndNotWhereNobodyReadsIt() throws IOException {
        serve((question, guest) -> {
            try {
                var text = new String(guest.input().readAllBytes(), StandardCharsets.UTF_8);
                guest.results().print(text.length() + " characters, terminal " + question.typed());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return 0;
        });

        var client = client();
        client.hello(1, true, "/", "accounts", "add");
        assertThat(client.next()).isEqualTo("T");
        assertThat(client.next()).isEqualTo("R ");
        client.send('I', "a key".getBytes(StandardCharsets.UTF_8));
        assertThat(client.next()).isEqualTo("R ");
        client.send('I', new byte[0]);

        assertThat(client.next()).isEqualTo("O 5 characters, terminal true");
        assertThat(client.next()).isEqualTo("X 0");
    }

    @Test
    void whatIsWrittenArrivesWhileTheCommandStillRuns() throws IOException {
        var go = new CountDownLatch(1);
        serve((question, guest) -> {
            guest.results().println("first");
            await(go);
            guest.results().println("second");
            return 0;
        });

        var client = client();
        client.hello(1, false, "/");
        assertThat(client.next()).isEqualTo("T");
        assertThat(client.next()).isEqualTo("O first" + System.lineSeparator());
        go.countDown();
        assertThat(client.next()).isEqualTo("O second" + System.lineSeparator());
    }

    @Test
    void aClientThatGoesAwayEndsItsCommandAndEndsItsInput() throws Exception {
        serve((question, guest) -> {
            var gone = new CountDownLatch(1);
            guest.whenAskedToEnd(gone::countDown);
            guest.results().println("here");
            await(gone);
            try {
                happened.add("input ends with " + guest.input().read());
            } catch (IOException brokenPipe) {
                happened.add("input ends");
            }
            return 0;
        });

        try (var client = client()) {
            client.hello(1, false, "/", "mirror");
            assertThat(client.next()).isEqualTo("T");
            assertThat(client.next()).startsWith("O here");
        }

        assertThat(happened.poll(30, TimeUnit.SECONDS)).startsWith("input ends");
    }

    @Test
    void aClientOfAnotherVersionGetsASentence() throws IOException {
        serve((question, guest) -> {
            happened.add("ran");
            return 0;
        });

        var client = client();
        client.hello(2, false, "/", "trades");

        assertThat(client.next()).startsWith("E ").contains("another version");
        assertThat(client.next()).isEqualTo("X 1");
        assertThat(happened).isEmpty();
    }

    @Test
    void whoSpeaksSomethingElseIsCutOffAndOthersAreServedOn() throws IOException {
        serve((question, guest) -> 0);

        var stranger = client();
        stranger.raw("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(stranger.next()).isEqualTo("end");
        var client = client();
        client.hello(1, false, "/");

        assertThat(client.next()).isEqualTo("T");
        assertThat(client.next()).isEqualTo("X 0");
    }

    @Test
    void seventeenCommandsAtATimeAreOneTooMany() throws IOException {
        var go = new CountDownLatch(1);
        serve((question, guest) -> {
            await(go);
            return 0;
        });
        var clients = new ArrayList<Client>();
        for (int i = 0; i < ControlServer.MOST_GUESTS; i++) {
            var client = client();
            client.hello(1, false, "/");
            assertThat(client.next()).isEqualTo("T");
            clients.add(client);
        }

        var last = client();
        last.hello(1, false, "/");
        assertThat(last.next()).contains("serves 16 commands already");
        assertThat(last.next()).isEqualTo("X 1");

        go.countDown();
        for (var client : clients) {
            assertThat(client.next()).isEqualTo("X 0");
        }
    }

    @Test
    void theSocketIsItsOwnersAloneAndGoesWithTheServer() throws IOException {
        var server = serve((question, guest) -> 0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket()))).isEqualTo("rw-------");
        try (var files = Files.list(temp)) {
            assertThat(files).containsExactly(socket());
        }

        server.close();
        assertThat(socket()).doesNotExist();
    }

    @Test
    void aSocketThatAKilledOwnerLeftIsReplaced() throws IOException {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket()));
        }
        Files.createDirectory(temp.resolve(".ctl"));
        Files.createFile(temp.resolve(".ctl").resolve("s"));
        assertThat(socket()).exists();

        serve((question, guest) -> 0);

        var client = client();
        client.hello(1, false, "/");
        assertThat(client.next()).isEqualTo("T");
    }

    @Test
    void aHomeWithTooLongAPathHasNoSocketAndGoesOn() throws IOException {
        var deep = Files.createDirectories(temp.resolve("d".repeat(ControlServer.LONGEST_PATH)));

        assertThat(ControlServer.open(deep, (question, guest) -> 0)).isEmpty();

        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void anEndingOwnerAsksItsGuestsToEndAndWaitsForThem() throws IOException {
        var server = serve((question, guest) -> {
            var end = new CountDownLatch(1);
            guest.whenAskedToEnd(end::countDown);
            guest.results().println("here");
            await(end);
            guest.results().print("the rest");
            return 0;
        });
        var client = client();
        client.hello(1, false, "/", "mirror");
        assertThat(client.next()).isEqualTo("T");
        assertThat(client.next()).startsWith("O here");

        server.close();

        assertThat(client.next()).isEqualTo("O the rest");
        assertThat(client.next()).isEqualTo("X 0");
    }

    private ControlServer serve(Answering answering) {
        var server = ControlServer.open(temp, answering).orElseThrow();
        open.add(server);
        return server;
    }

    private Client client() throws IOException {
        var client = new Client(socket());
        open.add(client);
        return client;
    }

    private Path socket() {
        return temp.resolve("control.sock");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("a command of another process is not interrupted", e);
        }
    }
}
