package org.mirrorbook.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The server of a venue, on a free port of this computer. */
final class VenueServer {

    private VenueServer() {
    }

    /** Starts one and prints its address. */
    static void start(VenueAnswers answers, Supplier<VenueSocket> socket) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(4096);
        server.addConnector(connector);
        var upgrade = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.setMaxOutgoingFrames(-1);
            container.addMapping("/v2/ws/private", (request, response, callback) -> socket.get());
            container.addMapping("/v2/ws/public", (request, response, callback) -> new VenueSocket());
        });
        upgrade.setHandler(answers);
        server.setHandler(upgrade);
        server.start();
        say(URI.create("http://127.0.0.1:" + connector.getLocalPort()).toString());
    }

    static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
