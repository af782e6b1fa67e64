package org.mirrorbook.exchange.practice.stream;

/** The other end of a socket. Neither call blocks. */
public interface Peer {

    void send(String text);

    /** Sends bytes that are no text. */
    void send(byte[] bytes);

    void close(int code, String reason);

    /** Ends the connection without a goodbye, as a broken line does. */
    void drop();
}
