package org.mirrorbook.exchange.link;

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

    /** The socket is open. */
    record Opened(long connection) implements LinkNews {
    }

    /** The connection failed, was cut, or said something that ends it. */
    record Lost(long connection, LinkTrouble trouble) implements LinkNews {
    }

    /** The sign-in was acknowledged. */
    record SignedIn(long connection) implements LinkNews {
    }

    /** A subscription was acknowledged. */
    record Acknowledged(long connection, String topic) implements LinkNews {
    }

    /** A complete snapshot of a topic came on this connection and was taken in. */
    record Aligned(long connection, String topic) implements LinkNews {
    }

    /** The heartbeat was answered. */
    record Pong(long connection) implements LinkNews {
    }

    /** A timer ran out that was set for this connection. */
    record TimerFired(long connection, LinkTimer timer) implements LinkNews {
    }
}
