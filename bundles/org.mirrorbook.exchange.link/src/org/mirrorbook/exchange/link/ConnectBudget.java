package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How often, and how many sockets at a time, a venue lets one address connect (protocol notes, Bitget 2.4). The budget belongs to the
 * venue: its connector factory makes one and hands it to every link, live, demo and prices alike. Connections to this computer itself,
 * where the practice exchange is, cost nothing.
 *
 * <p>Thread-safe; never blocks.
 */
public final class ConnectBudget {

    /** When every socket is taken, nobody knows when one will be free: asked again after this. */
    private static final Duration UNTIL_A_SOCKET_IS_FREE = Duration.ofSeconds(10);

    private final int connects;
    private final Duration window;
    private final int sockets;
    private final Clock clock;
    private final Deque<Instant> made = new ArrayDeque<>();
    private int open;

    /**
     * @param connects that may be begun within the window, whether they succeed or not
     * @param sockets that may be open or opening at the same time
     */
    public ConnectBudget(int connects, Duration window, int sockets, Clock clock) {
        if (connects < 1 || sockets < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A budget of " + connects + " connections in " + window + " and " + sockets
                    + " sockets would never let anybody connect.");
        }
        this.connects = connects;
        this.window = window;
        this.sockets = sockets;
        this.clock = requireNonNull(clock);
    }

    private ConnectBudget() {
        this.connects = Integer.MAX_VALUE;
        this.window = Duration.ZERO;
        this.sockets = Integer.MAX_VALUE;
        this.clock = null;
    }

    /** For a venue that does not count. */
    public static ConnectBudget unlimited() {
        return new ConnectBudget();
    }

    /** What the budget says to a wish to connect. */
    public sealed interface Answer permits Permit, Refused {
    }

    /**
     * Not now.
     *
     * @param after how long it is worth asking again
     * @param reason a sentence for the user
     */
    public record Refused(Duration after, String reason) implements Answer {
    }

    /** One socket, from the wish to its end. */
    public final class Permit implements Answer {

        private final AtomicBoolean held;

        private Permit(boolean counted) {
            held = new AtomicBoolean(counted);
        }

        /** The socket is gone. Counts once, however often it is called. */
        public void release() {
            if (held.compareAndSet(true, false)) {
                synchronized (ConnectBudget.this) {
                    open--;
                }
            }
        }
    }

    /** Asks for one connection now. */
    public synchronized Answer ask(URI address) {
        if (clock == null || Address.loopback(address)) {
            return new Permit(false);
        }
        var now = clock.instant();
        while (!made.isEmpty() && !made.peekFirst().plus(window).isAfter(now)) {
            made.removeFirst();
        }
        if (open >= sockets) {
            return new Refused(UNTIL_A_SOCKET_IS_FREE, "All " + sockets + " connections that the exchange allows one address are in use.");
        }
        if (made.size() >= connects) {
            var wait = Duration.between(now, made.peekFirst().plus(window));
            // a clock that was set back must not mean hours of silence
            return new Refused(wait.compareTo(window) > 0 ? window : wait, "The exchange allows one address " + connects
                    + " new connections in " + window.toMinutes() + " minutes, and they are used up.");
        }
        made.addLast(now);
        open++;
        return new Permit(true);
    }
}
