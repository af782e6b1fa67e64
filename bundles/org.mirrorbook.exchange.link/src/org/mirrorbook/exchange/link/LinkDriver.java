package org.mirrorbook.exchange.link;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;

import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.link.LinkNews.Lost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one link: feeds the {@link LinkMachine} with what sockets and timers say, and does what it commands.
 *
 * <p>Threading: signals, batches and states of a link pass one lock, so the sink hears them in one order and never hears a connection that
 * was given up. Nothing blocks under the lock. Only signing in may block; it has a thread of its own.
 */
public final class LinkDriver {

    private static final Logger LOG = LoggerFactory.getLogger(LinkDriver.class);

    private static final String UNREADABLE = "The exchange sent a message that could not be read; the positions are read again.";

    private final String name;
    private final LinkMachine machine;
    private final Dialect dialect;
    private final Network network;
    private final HealthBook health = new HealthBook();
    private final ObservationSink sink;
    private final Clock clock;
    private final DoubleSupplier jitter;

    private final Object lock = new Object();
    private final Queue<LinkNews> inbox = new ArrayDeque<>();
    private final RunningTimers timers;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private boolean draining;
    private LinkSituation situation;
    private Line line;

    /** A link of a venue that does not count connections. */
    public LinkDriver(String name, LinkPlan plan, Set<String> topics, Dialect dialect, Network network, ObservationSink sink, Clock clock,
            DoubleSupplier jitter) {
        this(name, plan, topics, dialect, network, ConnectBudget.unlimited(), sink, clock, jitter);
    }

    /**
     * @param name of the account, for thread names and log lines
     * @param budget of the venue, shared by all its links
     * @param jitter random numbers from 0 (inclusive) to 1 (exclusive)
     */
    public LinkDriver(String name, LinkPlan plan, Set<String> topics, Dialect dialect, Network network, ConnectBudget budget,
            ObservationSink sink, Clock clock, DoubleSupplier jitter) {
        this.name = name;
        this.machine = new LinkMachine(plan);
        this.dialect = dialect;
        this.network = network;
        this.timers = new RunningTimers(network);
        this.sink = sink;
        this.clock = clock;
        this.jitter = jitter;
        // starting from the time keeps the numbers growing when the account is mirrored anew by another driver
        this.situation = LinkSituation.idle(clock.millis(), topics);
    }

    /** Connects, and stays connected until {@link #stop()}. */
    public void start() {
        hear(new LinkNews.Start());
    }

    /** Drops the present connection and connects again at once. Without effect before the start and after the stop. */
    public void reconnect() {
        hear(new LinkNews.Reconnect());
    }

    /** Replaces the wanted topics. */
    public void want(Set<String> topics) {
        hear(new LinkNews.Wanted(topics));
    }

    /** Ends the link. The stage completes when its socket is gone. */
    public CompletionStage<Void> stop() {
        synchronized (lock) {
            hear(new LinkNews.Stop());
            if (line == null || line.ended) {
                stopped.complete(null);
            }
        }
        return stopped;
    }

    /** How well the link does. The clock offset is the connector's to add. */
    public LinkHealth health() {
        return health.told();
    }

    private void hear(LinkNews news) {
        synchronized (lock) {
            inbox.add(news);
            if (draining) {
                return;
            }
            draining = true;
            try {
                for (LinkNews next = inbox.poll(); next != null; next = inbox.poll()) {
                    var step = machine.apply(situation, new LinkSignal(next, clock.instant(), jitter.getAsDouble()));
                    situation = step.after();
                    step.commands().forEach(this::execute);
                }
            } finally {
                draining = false;
            }
        }
    }

    private void execute(LinkCommand command) {
        switch (command) {
            case LinkCommand.Connect connect -> connect(connect.connection());
            case LinkCommand.SignIn signIn -> signIn(signIn);
            case LinkCommand.Subscribe subscribe -> send(dialect.subscribe(subscribe.topics()));
            case LinkCommand.Unsubscribe unsubscribe -> send(dialect.unsubscribe(unsubscribe.topics()));
            case LinkCommand.Ping ping -> send(Set.of(dialect.ping()));
            case LinkCommand.Close close -> close();
            case LinkCommand.RunTimer run ->
                timers.run(run.timer(), run.after(), () -> hear(new LinkNews.TimerFired(run.connection(), run.timer())));
            case LinkCommand.Cancel cancel -> timers.cancel(cancel.timer());
            case LinkCommand.CancelAll all -> timers.cancelAll();
            case LinkCommand.Report report -> {
                LOG.info("{}: {} {} {}", name, report.status().state(), report.status().code().orElse(""), report.status().reason());
                sink.accept(report.status());
            }
        }
    }

    private void connect(long connection) {
        line = new Line(connection);
        try {
            line.socket = network.connect(dialect.address(), line);
        } catch (IllegalArgumentException refused) {
            line.ended = true;
            inbox.add(new Lost(connection, new LinkTrouble(LinkTrouble.Kind.ATTENTION, Optional.of("ADDRESS"), refused.getMessage())));
        }
    }

    private void close() {
        if (line != null && line.socket != null) {
            line.socket.close();
        }
    }

    private void send(Collection<String> texts) {
        if (line != null && line.socket != null) {
            texts.forEach(line.socket::send);
        }
    }

    private void signIn(LinkCommand.SignIn command) {
        Thread.ofVirtual().name(name + " signs in").start(() -> {
            try {
                var text = dialect.signIn(command.compareClocks());
                synchronized (lock) {
                    if (situation.connection() == command.connection() && situation.phase() == LinkPhase.AUTHENTICATING) {
                        send(Set.of(text));
                    }
                }
            } catch (VenueProblem problem) {
                hear(new Lost(command.connection(), LinkTrouble.of(problem)));
            } catch (RuntimeException failure) {
                LOG.warn("{}: the sign-in could not be prepared", name, failure);
                hear(new Lost(command.connection(), LinkTrouble.retry("SIGN_IN", "The sign-in could not be prepared.")));
            }
        });
    }

    /** One connection's voice. */
    private final class Line implements SocketListener {
        private final long connection;
        private Socket socket;
        private boolean ended;

        Line(long connection) {
            this.connection = connection;
        }

        @Override
        public void opened(Socket opened) {
            synchronized (lock) {
                socket = opened;
                hear(new LinkNews.Opened(connection));
            }
        }

        @Override
        public void text(String text) {
            var message = read(text, clock.instant());
            synchronized (lock) {
                if (situation.connection() == connection && situation.phase().holdsSocket()) {
                    tell(message).forEach(LinkDriver.this::hear);
                }
            }
        }

        private LinkMessage read(String text, Instant receivedAt) {
            try {
                return dialect.read(text, connection, receivedAt);
            } catch (RuntimeException failure) {
                // not with its message: that could quote what was received
                LOG.error("{}: a message of {} characters could not be read: {}", name, text.length(), failure.getClass().getName());
                return new LinkMessage.Failed(LinkTrouble.retry("UNREADABLE", "The exchange sent a message that could not be read."));
            }
        }

        private Collection<LinkNews> tell(LinkMessage message) {
            var news = new ArrayList<LinkNews>();
            switch (message) {
                case LinkMessage.Pong pong -> news.add(new LinkNews.Pong(connection));
                case LinkMessage.SignedIn in -> news.add(new LinkNews.SignedIn(connection));
                case LinkMessage.Acknowledged ack -> news.add(new LinkNews.Acknowledged(connection, ack.topic()));
                case LinkMessage.Declined declined -> {
                    LOG.warn("{}: {}", name, declined.sentence());
                    news.add(new LinkNews.Acknowledged(connection, declined.topic()));
                }
                case LinkMessage.Failed failed -> news.add(new Lost(connection, failed.trouble()));
                case LinkMessage.Marks marks -> marks.marks().forEach(sink::accept);
                case LinkMessage.Nothing nothing -> { }
                case LinkMessage.Unreadable unread -> {
                    health.unreadable(clock.instant(), unread.channel(), unread.excerpt());
                    if (unread.realign()) {
                        news.add(new Lost(connection, LinkTrouble.retry("UNREADABLE", UNREADABLE)));
                    }
                }
                case LinkMessage.Observed observed -> {
                    if (!sink.accept(observed.batch())) {
                        news.add(new Lost(connection, LinkTrouble.retry("OVERLOAD",
                                "More came from the exchange than could be written; the positions are read again.")));
                    } else {
                        observed.aligns().ifPresent(topic -> news.add(new LinkNews.Aligned(connection, topic)));
                    }
                }
            }
            return news;
        }

        @Override
        public void ended(LinkTrouble trouble) {
            synchronized (lock) {
                ended = true;
                hear(new Lost(connection, trouble));
                if (situation.phase() == LinkPhase.IDLE && line == this) {
                    stopped.complete(null);
                }
            }
        }
    }
}
