package org.mirrorbook.exchange.link;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** A real server on loopback that treats each new connection as its script says, and those after the script well. */
final class ScriptedVenue implements AutoCloseable {

    /** How a connection is treated. */
    enum Mood {
        WELL, REFUSE_UPGRADE, CUT_AFTER_OPEN, CUT_AT_LOGIN, SILENT_AT_LOGIN, REJECT_KEY_AND_CLOSE, DOUBT_CLOCK_AND_CLOSE, CUT_BETWEEN_ACKS,
        ACK_HALF, NO_SNAPSHOT, CUT_WHEN_LIVE, CLOSE_WHEN_LIVE, NO_PONG, BINARY_WHEN_LIVE, HUGE_WHEN_LIVE, GARBLED_WHEN_LIVE,
        BOOM_WHEN_LIVE
    }

    final Set<Ear> open = ConcurrentHashMap.newKeySet();
    final AtomicInteger connections = new AtomicInteger();
    private final Queue<Mood> script = new ArrayDeque<>();
    private final Server server = new Server();
    private int happened;

    ScriptedVenue() throws Exception {
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxTextMessageSize(1 << 20);
            container.addMapping("/ws", (request, response, callback) -> {
                var mood = next();
                if (mood == Mood.REFUSE_UPGRADE) {
                    response.setStatus(503);
                    callback.succeeded();
                    return null;
                }
                return new Ear(mood);
            });
        }));
        server.start();
    }

    ScriptedVenue then(Mood... moods) {
        synchronized (script) {
            script.addAll(List.of(moods));
        }
        return this;
    }

    private Mood next() {
        connections.incrementAndGet();
        synchronized (script) {
            return script.isEmpty() ? Mood.WELL : script.poll();
        }
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/ws");
    }

    /** Something happens, and is told to all who subscribed. Returns its number. */
    synchronized int happen() {
        happened++;
        open.stream().filter(ear -> ear.subscribed).forEach(ear -> ear.say("batch " + happened));
        return happened;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** One connection. Public because Jetty calls it by reflection. */
    public final class Ear extends Session.Listener.AbstractAutoDemanding {

        private final Mood mood;
        private volatile boolean subscribed;

        Ear(Mood mood) {
            this.mood = mood;
        }

        @Override
        public void onWebSocketOpen(Session session) {
            super.onWebSocketOpen(session);
            open.add(this);
            if (mood == Mood.CUT_AFTER_OPEN) {
                cut();
            }
        }

        @Override
        public void onWebSocketText(String text) {
            switch (text.split(" ")[0]) {
                case "ping" -> {
                    if (mood != Mood.NO_PONG) {
                        say("pong");
                    }
                }
                case "login" -> login();
                case "subscribe" -> subscribe(text.split(" ")[1]);
                default -> throw new IllegalStateException(text);
            }
        }

        private void login() {
            switch (mood) {
                case CUT_AT_LOGIN -> cut();
                case SILENT_AT_LOGIN -> { }
                case REJECT_KEY_AND_CLOSE -> {
                    say("refused");
                    close();
                }
                case DOUBT_CLOCK_AND_CLOSE -> {
                    say("late");
                    close();
                }
                default -> say("signed in");
            }
        }

        /** The link subscribes p and then q. */
        private void subscribe(String topic) {
            if (topic.equals("q") && (mood == Mood.ACK_HALF || mood == Mood.CUT_BETWEEN_ACKS)) {
                if (mood == Mood.CUT_BETWEEN_ACKS) {
                    cut();
                }
                return;
            }
            say("ack " + topic);
            if (topic.equals("q") && mood != Mood.NO_SNAPSHOT) {
                synchronized (ScriptedVenue.this) {
                    say("snapshot " + happened);
                    subscribed = true;
                }
                live();
            }
        }

        private void live() {
            switch (mood) {
                case CUT_WHEN_LIVE -> cut();
                case CLOSE_WHEN_LIVE -> close();
                case BINARY_WHEN_LIVE -> getSession().sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), Callback.NOOP);
                case HUGE_WHEN_LIVE -> say("x".repeat((8 << 20) + 1));
                case GARBLED_WHEN_LIVE -> say("garbled apiKey=bg_0123456789abcdef size 0.125");
                case BOOM_WHEN_LIVE -> say("boom");
                default -> { }
            }
        }

        void say(String text) {
            getSession().sendText(text, Callback.NOOP);
        }

        private void cut() {
            open.remove(this);
            getSession().disconnect();
        }

        private void close() {
            getSession().close();
        }

        @Override
        public void onWebSocketError(Throwable failure) {
            // tests cut connections; Jetty would log each
        }

        @Override
        public void onWebSocketClose(int status, String reason, Callback callback) {
            open.remove(this);
            callback.succeed();
        }
    }
}
