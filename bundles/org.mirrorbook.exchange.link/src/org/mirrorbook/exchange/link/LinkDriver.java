package org.mirrorbook.exchange.link;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;

import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.link.LinkNews.Lost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one link: feeds the {@link RelayMachine} with what sockets and timers say, and does what it commands.
 *
 * <p>Threading: signals, batches and states of a link pass one lock, so the sink hears them in one order and never hears a connection that
 * was given up. Nothing blocks under the lock. Only signing in may block; it has a thread of its own, which is given up with its
 * connection.
 *
 * <p>The numbers of the connections that the sink hears grow strictly. Once a day a connection is relieved by another while it is live:
 * then the number grows without a state in between, and nothing is missing.
 *
 * <p>A little longer than most classes, since the ears of a connection and the hands of the machine share one lock.
 */
public final class LinkDriver {

    private static final Logger LOG = LoggerFactory.getLogger(LinkDriver.class);

    private final String name;
    private final RelayMachine machine;
    private final LinkTiming timing;
    private final Dialect dialect;
    private final Network network;
    private final ConnectBudget budget;
    private final ObservationSink sink;
    private final Clock clock;
    private final DoubleSupplier jitter;
    private final HealthBook health = new HealthBook();
    private final Receiver receiver;

    private final Object lock = new Object();
    private final Queue<LinkNews> inbox = new ArrayDeque<>();
    private final Map<Long, Line> lines = new HashMap<>();
    private final Set<Thread> signing = new HashSet<>();
    private final RunningTimers timers;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private boolean draining;
    private boolean stopping;
    private RelaySituation situation;

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
        this.machine = new RelayMachine(plan);
        this.timing = plan.timing();
        this.dialect = dialect;
        this.network = network;
        this.budget = budget;
        this.timers = new RunningTimers(network, lock);
        this.sink = sink;
        this.clock = clock;
        this.jitter = jitter;
        this.receiver = new Receiver(name, dialect, sink, health);
        // starting from the time keeps the numbers growing when the account is mirrored anew by another driver
        this.situation = RelaySituation.alone(LinkSituation.idle(clock.millis(), topics));
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

    /** Ends the link. The stage completes when its sockets and threads are gone. */
    public CompletionStage<Void> stop() {
        synchronized (lock) {
            stopping = true;
            hear(new LinkNews.Stop());
        }
        return stopped;
    }

    /** How well the link does. The clock offset is the connector's to add. */
    public LinkHealth health() {
        return health.told();
    }

    private void stopped() {
        if (stopping && lines.isEmpty() && signing.isEmpty() && situation.first().phase() == LinkPhase.IDLE) {
            stopped.complete(null);
        }
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
            stopped();
        }
    }

    private void execute(LinkCommand command) {
        switch (command) {
            case LinkCommand.Connect connect -> connect(connect.connection());
            case LinkCommand.SignIn signIn -> signIn(signIn);
            case LinkCommand.Subscribe subscribe -> line(subscribe.connection()).ifPresent(line ->
                line.pace.say(dialect.subscribe(subscribe.topics())));
            case LinkCommand.Unsubscribe unsubscribe -> line(unsubscribe.connection()).ifPresent(line ->
                line.pace.say(dialect.unsubscribe(unsubscribe.topics())));
            case LinkCommand.Ping ping -> line(ping.connection()).ifPresent(line -> line.pace.heartbeat(dialect.ping(),
                    () -> hear(new LinkNews.HeartbeatSent(ping.connection()))));
            case LinkCommand.Close close -> line(close.connection()).ifPresent(Line::close);
            case LinkCommand.HandOver over -> {
                LOG.info("{}: connection {} relieves {}", name, over.connection(), over.from());
                inbox.addAll(receiver.handOver(over.connection(), clock.instant()));
            }
            case LinkCommand.RunTimer run -> timers.run(run.connection(), run.timer(), run.after(),
                    () -> hear(new LinkNews.TimerFired(run.connection(), run.timer())));
            case LinkCommand.Cancel cancel -> timers.cancel(cancel.connection(), cancel.timer());
            case LinkCommand.CancelAll all -> timers.cancelAll(all.connection());
            case LinkCommand.Report report -> report(report.status());
        }
    }

    private void report(LinkStatus status) {
        LOG.info("{}: {} {} {}", name, status.state(), status.code().orElse(""), status.reason());
        health.state(status.state(), status.since());
        sink.accept(status);
    }

    private Optional<Line> line(long connection) {
        return Optional.ofNullable(lines.get(connection));
    }

    private void connect(long connection) {
        receiver.forget();
        switch (budget.ask(dialect.address())) {
            case ConnectBudget.Refused refused -> inbox.add(new LinkNews.Refused(connection, refused.after(), refused.reason()));
            case ConnectBudget.Permit permit -> {
                var line = new Line(connection, permit);
                lines.put(connection, line);
                try {
                    line.socket = network.connect(dialect.address(), line);
                } catch (IllegalArgumentException refused) {
                    line.ended(new LinkTrouble(LinkTrouble.Kind.ATTENTION, Optional.of("ADDRESS"), refused.getMessage()));
                } catch (RuntimeException failure) {
                    LOG.error("{}: a connection could not be begun", name, failure);
                    line.ended(LinkTrouble.retry("CONNECT", "The connection could not be begun; the log says more."));
                }
            }
        }
    }

    private void signIn(LinkCommand.SignIn command) {
        line(command.connection()).ifPresent(line -> {
            line.signing = Thread.ofVirtual().name(name + " signs in").unstarted(() -> {
                try {
                    prepare(command);
                } finally {
                    synchronized (lock) {
                        signing.remove(Thread.currentThread());
                        stopped();
                    }
                }
            });
            signing.add(line.signing);
            line.signing.start();
        });
    }

    private void prepare(LinkCommand.SignIn command) {
        try {
            var text = dialect.signIn(command.compareClocks());
            synchronized (lock) {
                situation.of(command.connection()).filter(link -> link.phase() == LinkPhase.AUTHENTICATING)
                        .flatMap(link -> line(link.connection())).ifPresent(line -> line.pace.say(Set.of(text)));
            }
        } catch (VenueProblem problem) {
            hear(new Lost(command.connection(), LinkTrouble.of(problem)));
        } catch (RuntimeException failure) {
            LOG.warn("{}: the sign-in could not be prepared", name, failure);
            hear(new Lost(command.connection(), LinkTrouble.retry("SIGN_IN", "The sign-in could not be prepared.")));
        }
    }

    /** One connection's voice. */
    private final class Line implements SocketListener {
        private final long connection;
        private final ConnectBudget.Permit permit;
        private final Pace pace = new Pace(this::send, task -> network.after(timing.messageGap(), () -> {
            synchronized (lock) {
                task.run();
            }
        }));
        private Socket socket;
        private Thread signing;

        Line(long connection, ConnectBudget.Permit permit) {
            this.connection = connection;
            this.permit = permit;
        }

        private void send(String text) {
            if (socket != null) {
                socket.send(text);
            }
        }

        /** Nothing more is said on it, and nobody is asked for it. */
        private void end() {
            pace.end();
            // a sign-in that found the kind of the account changed ends its own connection
            if (signing != null && signing != Thread.currentThread()) {
                signing.interrupt();
            }
        }

        private void close() {
            end();
            if (socket != null) {
                socket.close();
            }
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
            var at = clock.instant();
            var message = receiver.read(text, connection, at);
            synchronized (lock) {
                situation.of(connection).filter(link -> link.phase().holdsSocket()).ifPresent(link -> {
                    boolean heard = connection == situation.first().connection();
                    (heard ? receiver.heard(connection, message, at) : receiver.heldBack(connection, message, at))
                            .forEach(LinkDriver.this::hear);
                });
            }
        }

        @Override
        public void ended(LinkTrouble trouble) {
            synchronized (lock) {
                end();
                permit.release();
                lines.remove(connection);
                if (situation.of(connection).filter(link -> link.phase().holdsSocket()).isPresent()) {
                    receiver.ended(trouble, clock.instant());
                }
                hear(new Lost(connection, trouble));
            }
        }
    }
}
