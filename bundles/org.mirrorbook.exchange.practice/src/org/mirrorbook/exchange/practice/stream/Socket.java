package org.mirrorbook.exchange.practice.stream;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.concurrent.Executor;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket connection: hands everything to the lane in the order in which it arrives. Called by Jetty's threads. */
public final class Socket implements Session.Listener.AutoDemanding, Peer {

    private final Logger logger = LoggerFactory.getLogger(Socket.class);
    private final Hub hub;
    private final Executor lane;
    private final Clock clock;
    private final Entrance entrance;
    private volatile Session session;

    public Socket(Hub hub, Executor lane, Clock clock, Entrance entrance) {
        this.hub = hub;
        this.lane = lane;
        this.clock = clock;
        this.entrance = entrance;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        lane.execute(() -> hub.opened(this, entrance, clock.millis()));
    }

    @Override
    public void onWebSocketText(String message) {
        lane.execute(() -> hub.received(this, message, clock.millis()));
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        lane.execute(() -> hub.closed(this));
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        logger.debug("A practice socket failed", cause);
        lane.execute(() -> hub.closed(this));
    }

    @Override
    public void send(String text) {
        Session to = session;
        if (to != null && to.isOpen()) {
            to.sendText(text, Callback.from(() -> { }, failure -> {
                // whoever reads too slowly or is gone loses the connection, not a message out of the middle
                logger.debug("A push could not be sent", failure);
                to.disconnect();
            }));
        }
    }

    @Override
    public void send(byte[] bytes) {
        Session to = session;
        if (to != null && to.isOpen()) {
            to.sendBinary(ByteBuffer.wrap(bytes), Callback.from(() -> { }, failure -> {
                logger.debug("Bytes could not be sent", failure);
                to.disconnect();
            }));
        }
    }

    @Override
    public void drop() {
        Session to = session;
        if (to != null) {
            to.disconnect();
        }
    }

    @Override
    public void close(int code, String reason) {
        Session to = session;
        if (to != null) {
            to.close(code, reason, Callback.NOOP);
        }
    }
}
