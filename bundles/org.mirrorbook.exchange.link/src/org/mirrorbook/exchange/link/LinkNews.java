package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.Set;

/** What can happen to a link. What belongs to a connection names it, so that echoes of an older one are told apart. */
public sealed interface LinkNews {

    /** Mirroring begins. */
    record Start() implements LinkNews {
    }

    /** Mirroring ends. */
    record Stop() implements LinkNews {
    }

    /** Somebody wants a fresh connection, and with it fresh snapshots. */
    record Reconnect() implements LinkNews {
    }

    /** From now on these topics are wanted, and no others. */
    record Wanted(Set<String> topics) implements LinkNews {
        public Wanted {
            topics = Set.copyOf(topics);
        }
    }

    /** News of one connection. */
    sealed interface OfConnection extends LinkNews {
        long connection();
    }

    /**
     * The budget of the venue allows no connection now.
     *
     * @param after how long it is worth asking again
     * @param reason a sentence for the user
     */
    record Refused(long connection, Duration after, String reason) implements OfConnection {
    }

    /** The socket is open. */
    record Opened(long connection) implements OfConnection {
    }

    /** The connection failed, was cut, or said something that ends it. */
    record Lost(long connection, LinkTrouble trouble) implements OfConnection {
    }

    /** The sign-in was acknowledged. */
    record SignedIn(long connection) implements OfConnection {
    }

    /** A subscription was acknowledged. */
    record Acknowledged(long connection, String topic) implements OfConnection {
    }

    /** A complete snapshot of a topic came on this connection and was taken in. */
    record Aligned(long connection, String topic) implements OfConnection {
    }

    /** A message came that observes something. */
    record Observed(long connection) implements OfConnection {
    }

    /** A heartbeat that was commanded has left; until then it may have waited for its turn. */
    record HeartbeatSent(long connection) implements OfConnection {
    }

    /** A heartbeat was answered. */
    record Pong(long connection) implements OfConnection {
    }

    /** A timer ran out that was set for this connection. */
    record TimerFired(long connection, LinkTimer timer) implements OfConnection {
    }
}
