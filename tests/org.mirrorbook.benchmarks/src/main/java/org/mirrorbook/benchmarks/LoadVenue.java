package org.mirrorbook.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jetty.websocket.api.Callback;

/**
 * A venue of many accounts, whose keys are k0, k1, … Argument: how many. Prints its address. Then it reads lines {@code go RATE SECONDS}:
 * each account is sent so many pushes a second for so long, all accounts evenly in turn, and once a minute one of them has another size.
 * When they are sent it prints {@code done MILLIS PUSHES STRUCTURAL SOCKETS WAITING QUESTIONS}: since the line, or for the sockets and
 * questions since the start; WAITING is the most pushes that the kernel would not take at once. Ends when its standard input does.
 */
public final class LoadVenue {

    private final List<Account> accounts = new ArrayList<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private final AtomicLong waiting = new AtomicLong();
    private final VenueAnswers answers = new VenueAnswers(key -> account(key).positions);

    /** One account: its positions, its newest socket, and how many pushes it was sent. */
    private static final class Account {
        private final Positions positions;
        private volatile PrivateSocket socket;
        private long sent;

        Account(int number) {
            positions = new Positions(number);
        }
    }

    private LoadVenue(int count) {
        for (int i = 0; i < count; i++) {
            accounts.add(new Account(i));
        }
    }

    public static void main(String[] given) throws Exception {
        var venue = new LoadVenue(Integer.parseInt(given[0]));
        VenueServer.start(venue.answers, () -> venue.new PrivateSocket());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var words = line.split(" ");
            venue.go(Double.parseDouble(words[1]), Integer.parseInt(words[2]));
        }
        System.exit(0);
    }

    private Account account(String key) {
        return accounts.get(Integer.parseInt(key.substring(1)));
    }

    /** Paced by the clock and never by the clients: who is slower than the pushes has them wait. */
    private void go(double rate, int seconds) {
        long start = System.nanoTime();
        long wanted = (long) (rate * accounts.size() * seconds);
        double gap = 1e9 / (rate * accounts.size());
        long most = 0;
        long structural = 0;
        // spread over each minute; the first of them is due after half a turn
        double changes = accounts.size() / 60.0 * seconds;
        for (long i = 0; i < wanted; i++) {
            long ahead = start + (long) (i * gap) - System.nanoTime();
            if (ahead > 50_000) {
                LockSupport.parkNanos(ahead);
            }
            var account = accounts.get((int) (i % accounts.size()));
            if ((long) ((i + 1) * changes / wanted) > structural) {
                // coprime to most counts, so that all accounts have their turn
                accounts.get((int) (structural * 7919 % accounts.size())).positions.grow();
                structural++;
            }
            account.socket.push(account.positions.push(++account.sent));
            most = Math.max(most, waiting.get());
        }
        while (waiting.get() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        VenueServer.say("done " + (System.nanoTime() - start) / 1_000_000 + " " + wanted + " " + structural + " " + sockets.get() + " " + most
                + " " + answers.asked());
    }

    /** Snapshots for every product; pushes when they are due. */
    public final class PrivateSocket extends VenueSocket {

        private final Callback written = Callback.from(waiting::decrementAndGet, failure -> waiting.decrementAndGet());

        private PrivateSocket() {
            sockets.incrementAndGet();
        }

        @Override
        void subscribed(String arg) {
            if (arg.contains("\"positions\"")) {
                var own = account(key);
                send(snapshot(arg, own.positions.push(own.sent)));
                own.socket = this;
            }
        }

        private void push(String text) {
            waiting.incrementAndGet();
            session.sendText(text, written);
        }
    }
}
