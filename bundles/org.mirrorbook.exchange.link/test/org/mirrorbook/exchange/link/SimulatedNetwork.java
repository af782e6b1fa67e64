package org.mirrorbook.exchange.link;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** A network and its time, both simulated: hours pass in a moment, and a venue that is a function hears every connection and message. */
final class SimulatedNetwork implements Network {

    /** Hears of each connection as it is begun. */
    Consumer<Line> venue = line -> { };
    final List<Line> lines = new ArrayList<>();
    private final PriorityQueue<Pending> timers = new PriorityQueue<>(Comparator.comparing(Pending::due).thenComparing(Pending::number));
    private Instant now = LinkWorld.NOON;
    private long number;

    private record Pending(Instant due, long number, Runnable task) {
    }

    Instant now() {
        return now;
    }

    /** Lets time pass, and whatever is due in it happen. */
    void pass(Duration time) {
        var end = now.plus(time);
        while (!timers.isEmpty() && !timers.peek().due().isAfter(end)) {
            var next = timers.poll();
            now = next.due();
            next.task().run();
        }
        now = end;
    }

    @Override
    public Line connect(URI address, SocketListener listener) {
        var line = new Line(listener);
        lines.add(line);
        venue.accept(line);
        return line;
    }

    @Override
    public RestReply send(RestRequest request) {
        throw new AssertionError("no question is wanted here");
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        var pending = new Pending(now.plus(delay), number++, task);
        timers.add(pending);
        return () -> timers.remove(pending);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** One socket, as the venue and the test see it. What is said on it arrives after {@code delay}. */
    final class Line implements Socket {
        final Instant begun = now;
        final List<Said> sent = new ArrayList<>();
        Consumer<String> ears = text -> { };
        Duration delay = Duration.ofMillis(40);
        boolean gone;
        private final SocketListener listener;

        private Line(SocketListener listener) {
            this.listener = listener;
        }

        void open() {
            later(() -> listener.opened(this));
        }

        void say(String text) {
            later(() -> listener.text(text));
        }

        void cut() {
            later(() -> {
                gone = true;
                listener.ended(LinkTrouble.retry("CLOSED", "The exchange closed the connection."));
            });
        }

        private void later(Runnable event) {
            after(delay, () -> {
                if (!gone) {
                    event.run();
                }
            });
        }

        @Override
        public void send(String text) {
            sent.add(new Said(now, text));
            ears.accept(text);
        }

        @Override
        public void close() {
            cut();
        }
    }

    /** A message of ours and when it was sent. */
    record Said(Instant at, String text) {
    }
}
