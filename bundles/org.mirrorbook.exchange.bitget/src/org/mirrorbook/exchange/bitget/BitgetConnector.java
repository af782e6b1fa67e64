package org.mirrorbook.exchange.bitget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.History;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.stream.PrivateDialect;
import org.mirrorbook.exchange.bitget.stream.PublicDialect;
import org.mirrorbook.exchange.bitget.stream.SignIn;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.LinkDriver;
import org.mirrorbook.exchange.link.LinkPlan;
import org.mirrorbook.exchange.link.LinkTiming;
import org.mirrorbook.exchange.link.Network;
import org.mirrorbook.exchange.link.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account: a private link, a public one for prices as soon as any are wanted, and questions on threads of their own. */
final class BitgetConnector implements Connector {

    private static final Logger LOG = LoggerFactory.getLogger(BitgetConnector.class);

    private final Products products;
    private final History history;
    private final LinkDriver account;
    private final LinkDriver prices;
    private final ExecutorService questions = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bitget-question-", 0).factory());
    private boolean pricing;
    private boolean stopped;

    BitgetConnector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink, Network network, Clock clock) {
        var hosts = Hosts.of(settings);
        var errors = new VenueErrors(settings.environment());
        var venueClock = new VenueClock(clock);
        var rest = new BitgetRest(hosts, new RestClient(network, 4, Duration.ofMillis(500)), credentials, venueClock, errors);
        var once = new BitgetRest(hosts, new RestClient(network, 1, Duration.ofMillis(500)), credentials, venueClock, errors);
        products = Products.of(settings.account(), settings.environment());
        history = new History(rest);
        var signIn = new SignIn(credentials, venueClock, once, () -> new History(once).positions(products.scopes().get(0)));
        account = new LinkDriver(settings.label(), new LinkPlan(true, PrivateDialect.aligning(products), LinkTiming.usual()),
                PrivateDialect.topics(products), new PrivateDialect(hosts.privateSocket(), products, errors, signIn,
                        new Unheard(settings.label())), network, sink, clock, () -> ThreadLocalRandom.current().nextDouble());
        prices = new LinkDriver(settings.label() + " prices", new LinkPlan(false, Set.of(), LinkTiming.usual()), Set.of(),
                new PublicDialect(hosts.publicSocket(), products, errors, new Unheard(settings.label() + " prices")), network,
                new MarksOnly(sink), clock, () -> ThreadLocalRandom.current().nextDouble());
    }

    @Override
    public Set<Scope> scopes() {
        return Set.copyOf(products.scopes());
    }

    @Override
    public void start() {
        account.start();
    }

    @Override
    public CompletionStage<Void> stop() {
        synchronized (this) {
            stopped = true;
        }
        questions.shutdownNow();
        return CompletableFuture.allOf(account.stop().toCompletableFuture(), prices.stop().toCompletableFuture());
    }

    @Override
    public void reconnect() {
        account.reconnect();
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
        return ask("closing records", () -> history.closingRecords(scope, since));
    }

    @Override
    public CompletionStage<List<Fill>> fills(Scope scope, Instant since, Instant until) {
        return ask("fills", () -> history.fills(scope, since, until));
    }

    @Override
    public CompletionStage<List<PositionRow>> openPositions(Scope scope) {
        return ask("open positions", () -> history.positions(scope));
    }

    @Override
    public CompletionStage<List<OrderNote>> closeReasons(Scope scope, Instant since, Instant until) {
        return ask("close reasons", List::of);
    }

    @Override
    public LinkHealth health() {
        return LinkHealth.none();
    }

    private <T> CompletionStage<T> ask(String what, Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        try {
            questions.execute(() -> {
                try {
                    answer.complete(question.get());
                } catch (VenueProblem problem) {
                    answer.completeExceptionally(problem);
                } catch (RuntimeException failure) {
                    LOG.error("The question for {} failed.", what, failure);
                    answer.completeExceptionally(new VenueProblem(VenueProblem.Remedy.REPORT, Optional.empty(),
                            "Asking Bitget for " + what + " failed inside Mirrorbook; the log says more."));
                }
            });
        } catch (RejectedExecutionException late) {
            answer.completeExceptionally(new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("STOPPED"),
                    "The account is not mirrored."));
        }
        return answer;
    }
}
