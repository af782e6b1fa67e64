package org.mirrorbook.exchange.bitget;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.link.LinkTrouble;
import org.mirrorbook.exchange.link.Network;
import org.mirrorbook.exchange.link.RestReply;
import org.mirrorbook.exchange.link.RestRequest;
import org.mirrorbook.exchange.link.Socket;
import org.mirrorbook.exchange.link.SocketListener;

/** A network whose other side the story plays: REST answers by path, sockets that are spoken to, timers that fire when told to. */
final class StageNetwork implements Network {

    private static final long PATIENCE = 20;
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Map<String, RestReply> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private volatile boolean silent;
    private final BlockingQueue<Runnable> timers = new LinkedBlockingQueue<>();

    /** From now on a path is answered so. */
    StageNetwork answer(String path, int status, String body) {
        answers.put(path, new RestReply(status, body));
        return this;
    }

    StageNetwork answer(String path, String body) {
        return answer(path, 200, body);
    }

    /** From now on nothing is answered. */
    void silence() {
        silent = true;
    }

    /** Waits until somebody waits for an answer that does not come. */
    void awaitSilence() throws InterruptedException {
        if (!waiting.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked");
        }
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** The next socket that somebody opens. */
    Line line() throws InterruptedException {
        var line = lines.poll(PATIENCE, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nobody opened a socket; asked were " + asked());
        }
        return line;
    }

    boolean hasNoLine() {
        return lines.isEmpty();
    }

    /** Fires the next timer that was set, waiting for it. */
    void fire() throws InterruptedException {
        var task = timers.poll(PATIENCE, TimeUnit.SECONDS);
        if (task == null) {
            throw new AssertionError("nobody set a timer");
        }
        task.run();
    }

    @Override
    public RestReply send(RestRequest request) {
        var path = request.uri().getPath();
        synchronized (this) {
            asked.add(path);
        }
        if (silent) {
            waitInVain();
        }
        var answer = answers.get(path);
        if (answer == null) {
            throw new AssertionError("nobody expected " + path);
        }
        return answer;
    }

    private void waitInVain() {
        waiting.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("UNREACHABLE"), "Given up.");
        }
    }

    @Override
    public Socket connect(URI address, SocketListener listener) {
        var line = new Line(address, listener);
        lines.add(line);
        return line;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        if (delay.compareTo(PACE) < 0) {
            // the link's own pace between two messages is not what a story is about
            Thread.ofVirtual().start(task);
            return () -> { };
        }
        timers.add(task);
        return () -> timers.remove(task);
    }

    /** One socket, seen from the other end. */
    static final class Line implements Socket {
        final URI address;
        private final SocketListener listener;
        private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        private boolean closed;

        Line(URI address, SocketListener listener) {
            this.address = address;
            this.listener = listener;
        }

        void open() {
            listener.opened(this);
        }

        /** Says something. */
        void say(String text) {
            listener.text(text);
        }

        /** The next message that came. */
        String hear() throws InterruptedException {
            var text = sent.poll(PATIENCE, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("nothing was sent to " + address);
            }
            return text;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void close() {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            Thread.ofVirtual().start(() -> listener.ended(LinkTrouble.retry("CLOSED", "The connection was closed.")));
        }
    }
}
