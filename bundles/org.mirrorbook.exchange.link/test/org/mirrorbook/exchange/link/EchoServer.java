package org.mirrorbook.exchange.link;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** A real server on loopback: sockets at {@code /ws}; anything else answers with its method, path and one header. */
final class EchoServer implements AutoCloseable {

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
    final BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();
    private final Server server = new Server();
    private final boolean tls;

    EchoServer() throws Exception {
        this(null);
    }

    /** @param keyStore for TLS; null for none */
    EchoServer(Path keyStore) throws Exception {
        tls = keyStore != null;
        var connector = tls ? new ServerConnector(server, new SslConnectionFactory(certificate(keyStore), "http/1.1"),
                new HttpConnectionFactory())
                : new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var sockets = WebSocketUpgradeHandler.from(server,
                container -> container.addMapping("/ws", (request, response, callback) -> new Ear()));
        sockets.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (request.getHttpURI().getPath().equals("/moved")) {
                    response.setStatus(302);
                    response.getHeaders().put(HttpHeader.LOCATION, "/ws");
                }
                var text = request.getMethod() + " " + request.getHttpURI().getPathQuery() + " " + request.getHeaders().get("X-Test");
                Content.Sink.write(response, true, text, callback);
                return true;
            }
        });
        server.setHandler(sockets);
        server.start();
    }

    private static SslContextFactory.Server certificate(Path keyStore) {
        var factory = new SslContextFactory.Server();
        factory.setKeyStorePath(keyStore.toString());
        factory.setKeyStorePassword("changeit");
        return factory;
    }

    URI address(String path) {
        var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        boolean socket = path.equals("/ws");
        return URI.create((socket ? "ws" : "http") + (tls ? "s" : "") + "://127.0.0.1:" + port + path);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** Hears, and says a long text on demand. Public because Jetty calls it by reflection. */
    public final class Ear extends Session.Listener.AbstractAutoDemanding {

        @Override
        public void onWebSocketOpen(Session session) {
            super.onWebSocketOpen(session);
            sessions.add(session);
        }

        @Override
        public void onWebSocketText(String text) {
            heard.add(text);
            if (text.startsWith("say ")) {
                var length = Integer.parseInt(text.substring(4));
                getSession().sendText("x".repeat(length), org.eclipse.jetty.websocket.api.Callback.NOOP);
            }
        }

        @Override
        public void onWebSocketError(Throwable failure) {
            // tests cut connections; Jetty would log each
        }

        @Override
        public void onWebSocketClose(int status, String reason, org.eclipse.jetty.websocket.api.Callback callback) {
            closes.add(status);
            callback.succeed();
        }
    }
}
