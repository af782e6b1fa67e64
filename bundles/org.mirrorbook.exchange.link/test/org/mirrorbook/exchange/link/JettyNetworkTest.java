package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.exchange.VenueProblem;

/** Real sockets on loopback. */
@Timeout(60)
class JettyNetworkTest {

    private JettyNetwork network;
    private EchoServer server;

    @BeforeEach
    void start() throws Exception {
        network = new JettyNetwork();
        server = new EchoServer();
    }

    @AfterEach
    void stop() throws Exception {
        network.stop();
        server.close();
    }

    @Test
    void messagesOfMegabytesComeOneAfterTheOther() throws Exception {
        var ear = connect();
        var socket = ear.opened.take();
        // Jetty's own limit is 65,536 bytes, ours 8 MiB
        for (int length : new int[] {70_000, 5, 8 << 20, 1}) {
            socket.send("say " + length);
            assertThat(ear.texts.take()).hasSize(length);
        }
    }

    @Test
    void aMessageBeyondTheLimitEndsTheConnectionAndIsNotHalfRead() throws Exception {
        var ear = connect();
        ear.opened.take().send("say " + ((8 << 20) + 1));
        assertThat(ear.ends.take().sentence()).isNotEmpty();
        assertThat(ear.texts).isEmpty();
    }

    @Test
    void theNextMessageIsHeardOnlyWhenTheLastWasTakenIn() throws Exception {
        var gate = new CountDownLatch(1);
        var ear = new Ear() {
            @Override
            public void text(String text) {
                super.text(text);
                try {
                    gate.await();
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
            }
        };
        network.connect(server.address("/ws"), ear);
        var socket = ear.opened.take();
        socket.send("say 1");
        socket.send("say 2");
        assertThat(ear.texts.take()).hasSize(1);
        assertThat(ear.texts).isEmpty();
        gate.countDown();
        assertThat(ear.texts.take()).hasSize(2);
    }

    @Test
    void aListenerThatFailsWhenTheSocketOpensStillHearsOfItsEnd() throws Exception {
        var ear = new Ear() {
            @Override
            public void opened(Socket socket) {
                super.opened(socket);
                throw new IllegalStateException("a listener with a bug");
            }
        };
        network.connect(server.address("/ws"), ear);
        assertThat(ear.opened.take()).isNotNull();
        assertThat(ear.ends.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    /** A sign-in is for the host it was made for, so a socket goes nowhere else. */
    @Test
    void aRedirectOfASocketIsNotFollowed() throws Exception {
        var ear = new Ear();
        network.connect(URI.create(server.address("/moved").toString().replaceFirst("http", "ws")), ear);
        assertThat(ear.ends.take().code()).contains("HTTP 302");
        assertThat(ear.opened).isEmpty();
        assertThat(server.sessions).isEmpty();
    }

    /** Requests share few connections to a host; sockets must not be counted among them. */
    @Test
    void moreSocketsMayBeOpenToOneHostThanRequestsMayBeUnderWay() throws Exception {
        for (int socket = 0; socket < 30; socket++) {
            assertThat(connect().opened.poll(20, TimeUnit.SECONDS)).as("socket " + socket).isNotNull();
        }
        assertThat(network.send(new RestRequest(server.address("/moved"), Map.of())).status()).isEqualTo(302);
    }

    @Test
    void aCutIsHeardOnce() throws Exception {
        var ear = connect();
        ear.opened.take();
        server.sessions.take().disconnect();
        assertThat(ear.ends.take()).isNotNull();
        network.stop();
        assertThat(ear.ends).isEmpty();
    }

    @Test
    void aCloseSendsACloseFrame() throws Exception {
        var ear = connect();
        ear.opened.take().close();
        assertThat(server.closes.take()).isEqualTo(1000);
        assertThat(ear.ends.take()).isNotNull();
    }

    @Test
    void stoppingTheClientClosesOpenConnectionsFirst() throws Exception {
        var ear = connect();
        ear.opened.take();
        network.stop();
        assertThat(server.closes.take()).isEqualTo(1000);
        assertThat(ear.ends.take()).isNotNull();
    }

    @Test
    void aSocketMayBeClosedByWhatItHears() throws Exception {
        var ear = new Ear() {
            @Override
            public void text(String text) {
                super.text(text);
                opened.peek().close();
            }
        };
        network.connect(server.address("/ws"), ear);
        ear.awaitOpen().send("say 3");
        assertThat(server.closes.take()).isEqualTo(1000);
        assertThat(ear.ends.take().code()).contains("CLOSED");
        assertThat(ear.texts).hasSize(1);
    }

    @Test
    void afterTheStopNoThreadOfTheClientIsLeft() throws Exception {
        connect().opened.take();
        network.stop();
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("mirrorbook-network")) {
                thread.join(Duration.ofSeconds(10));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void aConnectionThatIsWantedAfterTheStopEndsAtOnce() throws Exception {
        network.stop();
        assertThat(connect().ends.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aPeerThatNeverAnswersTheCloseIsLeftAllTheSame() throws Exception {
        try (var deaf = new ServerSocket(0)) {
            var ear = new Ear();
            network.connect(URI.create("ws://127.0.0.1:" + deaf.getLocalPort() + "/ws"), ear).close();
            assertThat(ear.ends.take()).isNotNull();
        }
    }

    @Test
    void aClosedPortIsSaidInWords() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var ear = new Ear();
        network.connect(URI.create("ws://127.0.0.1:" + port + "/ws"), ear);
        var trouble = ear.ends.take();
        assertThat(trouble.code()).contains("UNREACHABLE");
        assertThat(trouble.sentence()).isEqualTo("127.0.0.1:" + port + " does not accept connections.");
        assertThatThrownBy(() -> network.send(new RestRequest(URI.create("http://127.0.0.1:" + port + "/x"), Map.of())))
                .isInstanceOf(VenueProblem.class).hasMessage("127.0.0.1:" + port + " does not accept connections.");
    }

    @Test
    void aPlaceWithoutSocketsIsSaidInWords() throws Exception {
        var ear = new Ear();
        network.connect(URI.create(server.address("/ws") + "-elsewhere"), ear);
        assertThat(ear.ends.take().sentence()).contains("refused the connection (HTTP 200)");
    }

    @Test
    void aQuestionGoesOutAsItIsAndIsNotSentToAnotherPlace() {
        var answer = network.send(new RestRequest(server.address("/a?b=c"), Map.of("X-Test", "value")));
        assertThat(answer).isEqualTo(new RestReply(200, "GET /a?b=c value"));
        assertThat(network.send(new RestRequest(server.address("/moved"), Map.of())).status()).isEqualTo(302);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotAccepted(@TempDir Path folder) throws Exception {
        var keyStore = folder.resolve("server.p12");
        var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
                "-dname", "CN=127.0.0.1", "-ext", "SAN=IP:127.0.0.1", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore",
                keyStore.toString()).redirectErrorStream(true).start();
        assertThat(made.waitFor()).isZero();
        try (var secure = new EchoServer(keyStore)) {
            var ear = new Ear();
            network.connect(secure.address("/ws"), ear);
            assertThat(ear.ends.take().code()).contains("TLS");
            assertThatThrownBy(() -> network.send(new RestRequest(secure.address("/x"), Map.of()))).isInstanceOf(VenueProblem.class)
                    .hasMessageContaining("certificate");
        }
    }

    @Test
    void plainTextLeavesThisComputerInNoCase() {
        assertThatThrownBy(() -> network.connect(URI.create("ws://192.0.2.1/ws"), new Ear())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> network.send(new RestRequest(URI.create("http://192.0.2.1/"), Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimerFiresOnceAndACancelledOneNever() throws Exception {
        var fired = new LinkedBlockingQueue<String>();
        network.after(Duration.ofDays(1), () -> fired.add("cancelled")).cancel();
        network.after(Duration.ofMillis(2), () -> {
            fired.add("first");
            throw new IllegalStateException("a task that fails does not stop the timers");
        });
        assertThat(fired.take()).isEqualTo("first");
        network.after(Duration.ofMillis(1), () -> fired.add("second"));
        assertThat(fired.take()).isEqualTo("second");
    }

    private Ear connect() {
        var ear = new Ear();
        network.connect(server.address("/ws"), ear);
        return ear;
    }

    /** Keeps what it hears. */
    private static class Ear implements SocketListener {
        final BlockingQueue<Socket> opened = new LinkedBlockingQueue<>();
        final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        final BlockingQueue<LinkTrouble> ends = new LinkedBlockingQueue<>();

        Socket awaitOpen() throws InterruptedException {
            var socket = opened.take();
            opened.add(socket);
            return socket;
        }

        @Override
        public void opened(Socket socket) {
            opened.add(socket);
        }

        @Override
        public void text(String text) {
            texts.add(text);
        }

        @Override
        public void ended(LinkTrouble trouble) {
            ends.add(trouble);
        }
    }
}
