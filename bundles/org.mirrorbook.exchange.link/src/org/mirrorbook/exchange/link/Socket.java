package org.mirrorbook.exchange.link;

/** An open or opening WebSocket. Methods return at once; safe for use from any thread. */
public interface Socket {

    /** Sends a text message, after those sent before. A failure ends the socket. */
    void send(String text);

    /** Sends a close frame and lets go of the connection, by force where the other end does not answer soon. */
    void close();
}
