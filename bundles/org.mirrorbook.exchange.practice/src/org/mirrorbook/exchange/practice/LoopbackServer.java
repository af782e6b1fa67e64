package org.mirrorbook.exchange.practice;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.practice.rest.RestHandler;
import org.mirrorbook.exchange.practice.stream.Entrance;
import org.mirrorbook.exchange.practice.stream.Socket;

/** The HTTP and WebSocket server of one exchange. Bound to loopback and nothing else: the practice exchange is nobody else's business. */
final class LoopbackServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_THREADS = 16;
    private static final int LONGEST_REQUEST = 1 << 20;
    private static final int MOST_UNSENT_FRAMES = 4_000;

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param sockets makes the end of a socket; is told where it came in
     */
    LoopbackServer(int port, RestHandler rest, Function<Entrance, Socket> sockets) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("practice-http");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        WebSocketUpgradeHandler upgrade = WebSocketUpgradeHandler.from(server, container -> {
            // the venue's own idle rule counts pings, see Client
            container.setIdleTimeout(Duration.ZERO);
            container.setMaxTextMessageSize(LONGEST_REQUEST);
            container.setMaxOutgoingFrames(MOST_UNSENT_FRAMES);
            for (Entrance entrance : Entrance.values()) {
                container.addMapping(entrance.path(), (request, response, callback) -> sockets.apply(entrance));
            }
        });
        upgrade.setHandler(rest);
        server.setHandler(upgrade);
    }

    /** Listens from now on. */
    void start() {
        try {
            server.start();
        } catch (IOException taken) {
            close();
            throw new VenueProblem(Remedy.ASK_USER, Optional.empty(),
                    "The practice exchange cannot listen on port " + connector.getPort() + " of this machine: "
                            + taken.getMessage(), taken);
        } catch (Exception failed) {
            close();
            throw new VenueProblem(Remedy.REPORT, Optional.empty(), "The practice exchange could not be started", failed);
        }
    }

    URI endpoint() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new VenueProblem(Remedy.REPORT, Optional.empty(), "The practice exchange could not be stopped cleanly", failed);
        }
    }
}
