package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.Set;

import org.mirrorbook.exchange.LinkStatus;

/** What a link has to do next. */
public sealed interface LinkCommand {

    /** Open a socket. */
    record Connect(long connection) implements LinkCommand {
    }

    /**
     * Sign in.
     *
     * @param compareClocks whether to ask the venue for its time first
     */
    record SignIn(long connection, boolean compareClocks) implements LinkCommand {
    }

    /** Subscribe these topics. */
    record Subscribe(long connection, Set<String> topics) implements LinkCommand {
    }

    /** Unsubscribe these topics. */
    record Unsubscribe(long connection, Set<String> topics) implements LinkCommand {
    }

    /** Send a heartbeat. */
    record Ping(long connection) implements LinkCommand {
    }

    /** Close the socket and hear nothing more from it. */
    record Close(long connection) implements LinkCommand {
    }

    /** Let the sink hear the second connection in place of the first, beginning with the snapshots that were held back. */
    record HandOver(long from, long connection) implements LinkCommand {
    }

    /** Let a timer of a connection run; the one of this name that may be running is replaced. */
    record RunTimer(long connection, LinkTimer timer, Duration after) implements LinkCommand {
    }

    /** Stop a timer of a connection. */
    record Cancel(long connection, LinkTimer timer) implements LinkCommand {
    }

    /** Stop every timer of a connection. */
    record CancelAll(long connection) implements LinkCommand {
    }

    /** Tell the state. */
    record Report(LinkStatus status) implements LinkCommand {
    }
}
