package org.mirrorbook.tests.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities;
import org.mirrorbook.exchange.ConnectorCapabilities.CredentialKind;
import org.mirrorbook.exchange.ConnectorCapabilities.HistoryGranularity;
import org.mirrorbook.exchange.ConnectorCapabilities.StreamModel;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.RawMessage;

/** A venue {@code test} whose connectors are played by the test. */
final class TestVenue implements ConnectorFactory {

    private final BlockingQueue<Link> started = new LinkedBlockingQueue<>();

    @Override
    public List<ConnectorCapabilities> capabilities() {
        return List.of(new ConnectorCapabilities("test", "", StreamModel.FULL_PER_PUSH, true, Set.of(), IdScope.LIFE, IdScope.NONE,
                IdScope.LIFE, true,
                false,
                HistoryGranularity.LIFE, Duration.ofDays(90), Duration.ofDays(90), false, CredentialKind.KEY_SECRET,
                        Set.of(Environment.LIVE)));
    }

    @Override
    public Connector connector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink) {
        return new Link(settings, credentials, sink);
    }

    @Override
    public KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential) {
        return new KeyTrial(Optional.empty(), Optional.empty(), List.of());
    }

    /** Waits for the next connector that a lane starts. */
    Link awaitStart() throws InterruptedException {
        var link = started.poll(60, TimeUnit.SECONDS);
        if (link == null) {
            throw new AssertionError("no lane started a connector");
        }
        return link;
    }

    /** One connector. */
    final class Link implements Connector {

        final ConnectorSettings settings;
        final CredentialSource credentials;
        final CompletableFuture<Void> stopped = new CompletableFuture<>();
        final CompletableFuture<Thread> lane = new CompletableFuture<>();
        private final ObservationSink sink;
        private volatile List<PositionRow> told = List.of();

        Link(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink) {
            this.settings = settings;
            this.credentials = credentials;
            this.sink = sink;
        }

        Scope scope() {
            return new Scope(settings.account(), "test", settings.environment(), new Product("USDT-FUTURES", false));
        }

        void live(Instant at, PositionRow... rows) {
            told = List.of(rows);
            sink.accept(new ObservationBatch(new RawMessage(at, "positions", "{}"), List.of(new SnapshotSeen(scope(), 1, at, at,
                    List.of(rows)))));
            sink.accept(LinkStatus.of(LinkState.LIVE, at));
        }

        void isOf(String kind, Instant at) {
            sink.accept(new AccountFacts(Optional.of(kind), KeyRights.unknown(), Optional.empty(), at));
        }

        @Override
        public Set<Scope> scopes() {
            return Set.of(scope());
        }

        @Override
        public void start() {
            lane.complete(Thread.currentThread());
            started.add(this);
        }

        @Override
        public CompletionStage<Void> stop() {
            stopped.complete(null);
            return stopped;
        }

        @Override
        public void reconnect() {
            sink.accept(LinkStatus.of(LinkState.CONNECTING, Instant.EPOCH));
        }

        @Override
        public void watchMarks(Set<Instrument> instruments) {
            // this venue has no prices
        }

        @Override
        public CompletionStage<List<ClosingRecord>> closingRecords(Scope scope, Instant since) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<List<Fill>> fills(Scope scope, Instant since, Instant until) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<List<ProtectiveOrder>> protections(Scope scope) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<List<PositionRow>> openPositions(Scope scope) {
            return CompletableFuture.completedFuture(told);
        }

        @Override
        public CompletionStage<List<OrderNote>> closeReasons(Scope scope, Instant since, Instant until) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public LinkHealth health() {
            return LinkHealth.none();
        }
    }
}
