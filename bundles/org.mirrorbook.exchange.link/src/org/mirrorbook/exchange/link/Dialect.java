package org.mirrorbook.exchange.link;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How one venue speaks on one kind of socket: all of a link that is the venue's. Safe for use from any thread. */
public interface Dialect {

    URI address();

    /**
     * The message that signs in. May ask a vault and the venue, so it may block for some seconds; never called on a socket thread. The text
     * holds secrets and is sent and forgotten.
     *
     * @param compareClocks whether to set the clock by the venue's, and to see whether the key is one for this venue at all
     * @throws org.mirrorbook.exchange.VenueProblem when it cannot be made
     */
    String signIn(boolean compareClocks);

    /** The messages that subscribe these topics. */
    List<String> subscribe(Set<String> topics);

    /** The messages that unsubscribe these topics. */
    List<String> unsubscribe(Set<String> topics);

    /** The heartbeat. */
    String ping();

    /**
     * Reads a text message. Never throws for anything the venue sent.
     *
     * @param connection number of the connection it came on
     */
    LinkMessage read(String text, long connection, Instant receivedAt);
}
