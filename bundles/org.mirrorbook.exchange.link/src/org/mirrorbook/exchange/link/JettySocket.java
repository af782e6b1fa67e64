package org.mirrorbook.exchange.link;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * A Jetty session as a {@link Socket}. Demands one message at a time: the next one when the last was taken in. Public only because Jetty
 * calls it by reflection.
 */
public final class JettySocket implements Socket, Session.Listener {

    private final URI address;
    private final SocketListener listener;
    private final Consumer<JettySocket> forget;
    private final Consumer<Runnable> later;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile Session session;
    private volatile boolean closing;
    private volatile CompletableFuture<Session> opening;

    JettySocket(URI address, SocketListener listener, Consumer<JettySocket> forget, Consumer<Runnable> later) {
        this.address = address;
        this.listener = listener;
        this.forget = forget;
        this.later = later;
    }

    /** The attempt itself; where it fails, Jetty may tell nobody else. */
    void opening(CompletableFuture<Session> attempt) {
        opening = attempt;
        attempt.whenComplete((opened, failure) -> {
            if (failure != null) {
                onWebSocketError(failure);
            } else if (closing) {
                opened.close(StatusCode.NORMAL, null, Callback.NOOP);
            }
        });
    }

    @Override
    public void send(String text) {
        var open = session;
        if (open != null) {
            open.sendText(text, Callback.from(() -> { }, this::onWebSocketError));
        }
    }

    @Override
    public void close() {
        closing = true;
        var open = session;
        if (open != null) {
            open.close(StatusCode.NORMAL, null, Callback.NOOP);
        } else if (opening != null) {
            opening.cancel(true);
        }
        // a dead peer never answers the close frame, and without an idle timeout the socket would stay for ever
        later.accept(this::disconnect);
    }

    /** Completes when the socket is gone. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    private void disconnect() {
        var open = session;
        if (open != null) {
            open.disconnect();
        }
        end(LinkTrouble.retry("CLOSED", "The connection was closed."));
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        if (closing) {
            // the attempt was given up while it came through; what nobody hears would stay open for ever
            opened.disconnect();
            return;
        }
        try {
            listener.opened(this);
        } finally {
            opened.demand();
        }
    }

    @Override
    public void onWebSocketText(String text) {
        try {
            listener.text(text);
        } finally {
            session.demand();
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        // without a demand for the next message the connection would be silent for ever
        end(LinkTrouble.notText());
        session.close(StatusCode.BAD_DATA, null, Callback.NOOP);
        later.accept(this::disconnect);
    }

    @Override
    public void onWebSocketError(Throwable failure) {
        var trouble = Unreachable.trouble(address, failure);
        // once it was open, a failure without a name of its own is nothing but a cut
        end(session != null && trouble.code().equals(Optional.of(Unreachable.CODE))
                ? LinkTrouble.retry("CLOSED", "The connection to the exchange was cut.") : trouble);
        var open = session;
        if (open != null) {
            // a message that could not be sent does not end the session by itself
            open.disconnect();
        }
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        callback.succeed();
        end(LinkTrouble.retry("CLOSED", "The exchange closed the connection (" + status + ")."));
    }

    private void end(LinkTrouble trouble) {
        if (ended.complete(null)) {
            forget.accept(this);
            listener.ended(trouble);
        }
    }
}
