package org.mirrorbook.exchange.link;

/** Hears a {@link Socket}; one call at a time, from socket threads. */
public interface SocketListener {

    void opened(Socket socket);

    /** A text message. The next one is asked for when this returns. */
    void text(String text);

    /** The socket failed to open, was cut or closed. Called once, and last. */
    void ended(LinkTrouble trouble);
}
