package org.mirrorbook.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jetty.websocket.api.Callback;

/**
 * A venue that does one thing: it signs anybody in and pushes the same five positions, with other marks, profits and margins each time, as
 * often as it is told. A process of its own, so that what it costs is not counted.
 *
 * <p>Arguments: pushes a second, pushes to warm up by (twice as many a second), pushes to measure. Prints its address; {@code warm} and {@code done MILLIS PUSHES
 * SOCKETS} when the client of the first private socket was sent so many, the last with how many came on the wire and how many private
 * sockets there were since the start: more than one means that somebody connected again and the measurement is worth nothing. Ends when its
 * standard input does.
 */
public final class PushVenue {

    /** After the pushes to warm up by, in nanoseconds: whoever is behind catches up before anything is measured. */
    private static final long PAUSE = 4_000_000_000L;
    /** By so much the pushes to warm up by come faster: compilers count calls and not seconds. */
    private static final int HURRY = 2;

    private final int rate;
    private final long warm;
    private final long measured;
    private final Positions positions = new Positions(0);
    private final AtomicInteger sockets = new AtomicInteger();

    private PushVenue(int rate, long warm, long measured) {
        this.rate = rate;
        this.warm = warm;
        this.measured = measured;
    }

    public static void main(String[] given) throws Exception {
        var venue = new PushVenue(Integer.parseInt(given[0]), Long.parseLong(given[1]), Long.parseLong(given[2]));
        VenueServer.start(new VenueAnswers(key -> venue.positions), () -> venue.new PrivateSocket());
        while (System.in.read() >= 0) {
            // ends with its parent
        }
        System.exit(0);
    }

    /** Snapshots for every product, then the pushes. */
    public final class PrivateSocket extends VenueSocket {

        private boolean pushing;

        private PrivateSocket() {
            sockets.incrementAndGet();
        }

        @Override
        void subscribed(String arg) {
            if (!arg.contains("\"positions\"")) {
                return;
            }
            send(snapshot(arg, positions.push(0)));
            if (arg.contains("USDT-FUTURES") && !pushing) {
                pushing = true;
                Thread.ofPlatform().daemon().start(this::push);
            }
        }

        /** Paced, each push waiting until the one before it is written: a client that is slower is waited for and not flooded. */
        private void push() {
            long written = push(1, warm, HURRY * rate);
            VenueServer.say("warm");
            LockSupport.parkNanos(PAUSE);
            long start = System.nanoTime();
            written += push(warm + 1, warm + measured, rate);
            VenueServer.say("done " + (System.nanoTime() - start) / 1_000_000 + " " + written + " " + sockets.get());
        }

        private long push(long first, long last, int pace) {
            long start = System.nanoTime();
            long written = 0;
            for (long n = first; n <= last && session.isOpen(); n++) {
                long ahead = start + (n - first) * 1_000_000_000L / pace - System.nanoTime();
                if (ahead > 0) {
                    LockSupport.parkNanos(ahead);
                }
                var done = new CompletableFuture<Boolean>();
                session.sendText(positions.push(n), Callback.from(() -> done.complete(true), failure -> done.complete(false)));
                written += done.join() ? 1 : 0;
            }
            return written;
        }
    }
}
