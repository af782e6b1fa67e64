package org.mirrorbook.exchange;

import java.net.URI;
import java.util.List;

/** A running practice exchange: it speaks the venue's own protocol over loopback sockets. */
public interface PracticeExchange extends AutoCloseable {

    /**
     * Base address of REST, {@code http://127.0.0.1:PORT}; private and public WebSocket are at {@code /v2/ws/private} and
     * {@code /v2/ws/public} for classic accounts, at {@code /v3/ws/private} and {@code /v3/ws/public} for unified ones.
     */
    URI endpoint();

    /** One credential an account, in the order of the accounts. */
    List<ApiCredential> credentials();

    /** Stops trader and sockets and keeps the books, if they have a memory. */
    @Override
    void close();
}
