package org.mirrorbook.exchange.bitget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.rest.KindProbe;
import org.mirrorbook.exchange.bitget.rest.Questions;
import org.mirrorbook.exchange.bitget.rest.RestNews;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.stream.PublicDialect;
import org.mirrorbook.exchange.bitget.unified.HoldMode;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.link.LinkDriver;
import org.mirrorbook.exchange.link.LinkPlan;
import org.mirrorbook.exchange.link.LinkTiming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account of either kind: the way to its link, a private link, a public one for prices as soon as any are wanted, and questions on
 * threads of their own.
 *
 * <p>Prices come from the classic public socket for both kinds: it asks for no key, and symbols mean the same in both (protocol notes,
 * Bitget 7). A contract that only unified accounts have is declined there and goes without a mark.
 */
final class BitgetConnector implements Connector, RestNews {

    private static final Logger LOG = LoggerFactory.getLogger(BitgetConnector.class);

    private final String label;
    private final Products products;
    private final VenueClock venueClock;
    private final ObservationSink sink;
    private final AccountDialect dialect;
    private final Arrival arrival;
    private final FirstEntry entry;
    private final LinkDriver account;
    private final LinkDriver prices;
    private final QuestionThreads questions = new QuestionThreads();
    private final AtomicBoolean looking = new AtomicBoolean();
    private boolean pricing;
    private boolean stopped;

    BitgetConnector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink, Venue venue) {
        this.label = settings.label();
        this.sink = sink;
        var clock = venue.clock();
        var network = venue.network();
        DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
        venueClock = new VenueClock(clock);
        products = Products.of(settings.account(), settings.environment());
        var desk = new RestDesk(settings, credentials, venue, venueClock);
        var mode = new HoldMode();
        var atTheDoor = desk.asking(2, RestNews.ignored());
        var entrance = new Entrance(atTheDoor, new KindProbe(atTheDoor, mode::note), settings.tradingKeyAccepted());
        var kinds = new AccountKinds(settings, credentials, venueClock, products, mode);
        dialect = new AccountDialect(kinds.all(desk.asking(4, this)), entrance, venueClock, sink, clock, this::kindDoubted, this::relink);
        account = new LinkDriver(label, new LinkPlan(true, kinds.aligning(), LinkTiming.usual()), Set.of(), dialect, network,
                venue.connects(), sink, clock, jitter);
        prices = new LinkDriver(label + " prices", new LinkPlan(false, Set.of(), LinkTiming.usual()), Set.of(), kinds.prices(), network,
                venue.connects(), new MarksOnly(sink), clock, jitter);
        entry = new FirstEntry(entrance::enter, dialect::become);
        arrival = new Arrival(label, entrance::enter, this::arrived, sink, network, questions, clock, jitter);
    }

    @Override
    public Set<Scope> scopes() {
        return Set.copyOf(products.scopes());
    }

    @Override
    public void start() {
        arrival.start();
    }

    private void arrived(Admission admission) {
        dialect.become(admission);
        entry.done();
        account.want(dialect.known().topics());
        account.start();
    }

    @Override
    public CompletionStage<Void> stop() {
        synchronized (this) {
            stopped = true;
        }
        arrival.stop();
        return CompletableFuture.allOf(questions.end(), account.stop().toCompletableFuture(), prices.stop().toCompletableFuture());
    }

    @Override
    public void reconnect() {
        if (!arrival.again()) {
            account.reconnect();
        }
    }

    /** A page goes to the recording before what it says is used. */
    @Override
    public void answered(RawMessage answer) {
        if (!sink.accept(new ObservationBatch(answer, List.of()))) {
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("OVERLOAD"),
                    "More came from the exchange than could be written; the question is asked again.");
        }
    }

    /** One look at a time; a sign-in looks by itself, and says what came of it. */
    @Override
    public void kindDoubted() {
        dialect.doubt();
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            questions.execute(() -> {
                try {
                    if (dialect.look()) {
                        relink();
                    }
                } catch (VenueProblem problem) {
                    LOG.warn("{}: the kind of the account is in doubt: {}", label, problem.getMessage());
                    if (problem.remedy() == VenueProblem.Remedy.ASK_USER) {
                        account.reconnect();
                    }
                } finally {
                    looking.set(false);
                }
            });
        } catch (RejectedExecutionException stopping) {
            looking.set(false);
        }
    }

    /** The old connection is gone before the new topics are wanted, so that no kind's topics are sent on the other's socket. */
    private void relink() {
        account.reconnect();
        account.want(dialect.known().topics());
    }

    @Override
    public synchronized void watchMarks(Set<Instrument> instruments) {
        if (stopped) {
            return;
        }
        prices.want(PublicDialect.topics(instruments));
        if (!pricing && !instruments.isEmpty()) {
            pricing = true;
            prices.start();
        }
    }

    @Override
    public CompletionStage<List<ClosingRecord>> closingRecords(Scope scope, Instant since) {
        return questions.ask("closing records", () -> asked().closingRecords(scope, since));
    }

    @Override
    public CompletionStage<List<Fill>> fills(Scope scope, Instant since, Instant until) {
        return questions.ask("fills", () -> asked().fills(scope, since, until));
    }

    @Override
    public CompletionStage<List<PositionRow>> openPositions(Scope scope) {
        return questions.ask("open positions", () -> asked().positions(scope));
    }

    @Override
    public CompletionStage<List<OrderNote>> closeReasons(Scope scope, Instant since, Instant until) {
        return questions.ask("close reasons", () -> asked().closeReasons(scope, since, until));
    }

    @Override
    public CompletionStage<List<ProtectiveOrder>> protections(Scope scope) {
        return questions.ask("stop orders", () -> asked().protections(scope));
    }

    @Override
    public LinkHealth health() {
        var link = account.health();
        return new LinkHealth(link.lastMessage(), link.lastSnapshot(), venueClock.compared(), link.gaps(), link.unreadable(),
                link.lastUnreadable(), link.lost());
    }

    /** Blocks. Where no link has found out the kind of account, the first question does. */
    private Questions asked() {
        entry.ensure();
        return dialect.known().questions();
    }
}
