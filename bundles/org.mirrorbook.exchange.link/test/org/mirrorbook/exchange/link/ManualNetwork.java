package org.mirrorbook.exchange.link;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A network in the hands of a test: sockets open, speak and end, and timers fire, when the test says so. */
final class ManualNetwork implements Network {

    final List<Line> lines = new ArrayList<>();
    final List<Pending> timers = new ArrayList<>();
    boolean broken;

    @Override
    public Socket connect(URI address, SocketListener listener) {
        if (broken) {
            throw new UnsupportedOperationException("broken for the test");
        }
        var line = new Line(listener);
        lines.add(line);
        return line;
    }

    @Override
    public RestReply send(RestRequest request) {
        throw new AssertionError("no question is wanted here");
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        var pending = new Pending(delay, task);
        timers.add(pending);
        return () -> timers.remove(pending);
    }

    Line last() {
        return lines.get(lines.size() - 1);
    }

    /** Fires the only timer with this delay. */
    void fire(Duration delay) {
        var due = timers.stream().filter(timer -> timer.delay().equals(delay)).toList();
        if (due.size() != 1) {
            throw new AssertionError(due.size() + " timers of " + delay + " among " + timers);
        }
        timers.remove(due.get(0));
        due.get(0).task().run();
    }

    record Pending(Duration delay, Runnable task) {
    }

    /** One socket. */
    static final class Line implements Socket {
        final SocketListener listener;
        final List<String> sent = new ArrayList<>();
        boolean closed;

        Line(SocketListener listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void send(String text) {
            sent.add(text);
            notifyAll();
        }

        synchronized void awaitSent(String text) throws InterruptedException {
            while (!sent.contains(text)) {
                wait(5_000);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
