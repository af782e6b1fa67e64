package org.mirrorbook.exchange.link;

import java.net.URI;
import java.time.Duration;

/** The way out: sockets, requests and timers, shared by all accounts. An OSGi service; safe for use from any thread. */
public interface Network {

    /**
     * Opens a WebSocket and returns at once.
     *
     * @throws IllegalArgumentException when the address is not allowed, see {@link Address}
     */
    Socket connect(URI address, SocketListener listener);

    /**
     * Sends a request and waits for the answer.
     *
     * @throws org.mirrorbook.exchange.VenueProblem to be retried, when there is no answer
     * @throws IllegalArgumentException when the address is not allowed, see {@link Address}
     */
    RestReply send(RestRequest request);

    /** Runs a short task later, on the timer thread. Closing what is returned cancels it. */
    Timer after(Duration delay, Runnable task);

    /** A running timer. */
    @FunctionalInterface
    interface Timer {

        /** Stops it, if it has not fired. */
        void cancel();
    }
}
