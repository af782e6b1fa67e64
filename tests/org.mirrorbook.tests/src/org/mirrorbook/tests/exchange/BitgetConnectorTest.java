package org.mirrorbook.tests.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;

/** The connector and the practice exchange as they are in the product: services, real sockets, real JSON. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class BitgetConnectorTest {

    @TempDir
    Path folder;

    private final HearingSink sink = new HearingSink();
    private final List<Connector> connectors = new ArrayList<>();
    private PracticeExchange exchange;
    private URI endpoint;
    private ConnectorFactory factory;
    private LogEar log;

    @BeforeEach
    void open() throws Exception {
        log = new LogEar();
        factory = Services.get(ConnectorFactory.class, "(" + ConnectorFactory.VENUE + "=bitget)");
        exchange = start(0);
        // a closed exchange has no address any more
        endpoint = exchange.endpoint();
    }

    @AfterEach
    void close() throws Exception {
        for (var connector : connectors) {
            connector.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        exchange.close();
        log.close();
    }

    @Test
    void aLifeIsSeenFromItsSnapshotToItsClosingRecordAndHistoryKnowsTheSameRecord() throws Exception {
        var connector = connect(key());
        var live = sink.await(LinkState.LIVE);

        var first = sink.before(live).stream().filter(SnapshotSeen.class::isInstance).map(SnapshotSeen.class::cast).toList();
        assertThat(first).extracting(SnapshotSeen::scope).containsAll(connector.scopes());
        assertThat(connector.scopes()).hasSize(3);

        var open = sink.await(SnapshotSeen.class, snapshot -> !snapshot.rows().isEmpty()).rows().get(0);
        connector.watchMarks(Set.of(new Instrument(open.slot().scope(), open.slot().instrument())));
        var mark = sink.await(MarkSeen.class, seen -> true);
        assertThat(mark.instrument().symbol()).isEqualTo(open.slot().instrument());

        var closed = sink.await(ClosingRecordSeen.class, seen -> true).record();
        var history = List.<ClosingRecord>of();
        while (history.stream().noneMatch(record -> record.key().equals(closed.key()))) {
            // REST shows a close some seconds late, as the venue's own does; the rate limit paces the questions
            history = connector.closingRecords(closed.slot().scope(), closed.closedAt()).toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        assertThat(history).usingRecursiveFieldByFieldElementComparatorIgnoringFields("reportedNet").contains(closed);

        var fills = connector.fills(closed.slot().scope(), closed.life().startedAt().orElseThrow(), closed.closedAt()).toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        var ofTheLife = fills.stream().filter(fill -> fill.instrument().equals(closed.slot().instrument())).toList();
        // what closed the life was filled within it
        assertThat(ofTheLife).isNotEmpty().extracting(fill -> fill.at()).contains(closed.closedAt());
    }

    @Test
    void afterACutTheLinkComesBackByItselfAndAlignsAgain() throws Exception {
        connect(key());
        sink.await(LinkState.LIVE);
        int port = endpoint.getPort();
        long before = sink.snapshots().get(0).connection();

        exchange.close();
        var lost = sink.await(LinkState.RECONNECTING);
        assertThat(lost.reason()).isNotEmpty();
        assertThat(lost.retryAt()).isPresent();

        int heard = sink.size();
        exchange = start(port);
        var again = sink.await(LinkStatus.class, status -> status.state() == LinkState.LIVE, heard);
        var aligned = sink.before(again).stream().filter(SnapshotSeen.class::isInstance).map(SnapshotSeen.class::cast)
                .filter(snapshot -> snapshot.connection() > before).map(SnapshotSeen::scope).collect(Collectors.toSet());
        assertThat(aligned).hasSize(3);
    }

    @Test
    void aWrongSecretNeedsAttentionAndIsNotTriedAgain() throws Exception {
        var wrong = new ApiCredential(key().apiKey(), "not-the-secret-of-this-key", key().passphrase());
        connect(wrong);
        var status = sink.await(LinkState.NEEDS_ATTENTION);
        assertThat(status.reason()).contains("signature").contains("Bitget says");
        assertThat(status.code()).isPresent();

        // another account comes to life meanwhile, so there was time for a second try
        var other = new HearingSink();
        connectors.add(factory.connector(settings("other"), this::key, other));
        connectors.get(1).start();
        other.await(LinkState.LIVE);
        assertThat(sink.statuses()).extracting(LinkStatus::state).containsExactly(LinkState.CONNECTING, LinkState.NEEDS_ATTENTION);
    }

    @Test
    void anAccountThatIsNotMirroredIsAskedAllTheSame() throws Exception {
        var connector = factory.connector(settings("asked"), this::key, sink);
        connectors.add(connector);
        var since = Instant.EPOCH;
        var stops = List.<ProtectiveOrder>of();
        var records = List.<ClosingRecord>of();
        while (stops.isEmpty() || records.isEmpty()) {
            // the scripted trader sets a stop and closes a life soon; the rate limits pace the questions
            for (var scope : connector.scopes()) {
                stops = stops.isEmpty() ? connector.protections(scope).toCompletableFuture().get(30, TimeUnit.SECONDS) : stops;
                records = records.isEmpty() ? connector.closingRecords(scope, since).toCompletableFuture().get(30, TimeUnit.SECONDS)
                        : records;
            }
        }
        assertThat(stops).allSatisfy(stop -> assertThat(stop.state()).isEqualTo(ProtectiveOrder.State.WAITING));
        var closed = records.get(0);
        assertThat(connector.fills(closed.slot().scope(), since, closed.closedAt()).toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isNotEmpty();
        assertThat(connector.openPositions(closed.slot().scope()).toCompletableFuture().get(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(sink.statuses()).as("nobody connected").isEmpty();
        connector.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(sink.statuses()).isEmpty();
    }

    @Test
    void anExchangeThatIsNotThereIsTriedLaterWithAReason() throws Exception {
        exchange.close();
        connect(key());
        var status = sink.await(LinkState.RECONNECTING);
        assertThat(status.code()).contains("UNREACHABLE");
        assertThat(status.reason()).contains("127.0.0.1").contains("does not accept connections");
    }

    @Test
    void aKeyIsTriedStepByStep() {
        var good = factory.tryKey(settings("tried"), key());
        assertThat(good.problem()).isEmpty();
        assertThat(good.kind()).contains("classic");
        assertThat(good.steps()).hasSize(6);

        var wrong = factory.tryKey(settings("tried"), new ApiCredential(key().apiKey(), key().secret(), "not-the-passphrase"));
        assertThat(wrong.problem()).isPresent();
        assertThat(wrong.steps()).hasSizeLessThan(6);
    }

    @Test
    void stopEndsItWithACloseFrameAndInSilence() throws Exception {
        var connector = connect(key());
        sink.await(LinkState.LIVE);
        connector.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(sink.statuses()).last().extracting(LinkStatus::state).isEqualTo(LinkState.OFF);
        int heard = sink.size();
        var other = new HearingSink();
        connectors.add(factory.connector(settings("other"), this::key, other));
        connectors.get(1).start();
        other.await(LinkState.LIVE);
        assertThat(sink.size()).isEqualTo(heard);
    }

    @Test
    void noSecretAndNoSignatureIsEverLogged() throws Exception {
        connect(new ApiCredential(key().apiKey(), "not-the-secret-of-this-key", key().passphrase()));
        sink.await(LinkState.NEEDS_ATTENTION);
        var good = new HearingSink();
        connectors.add(factory.connector(settings("good"), this::key, good));
        connectors.get(1).start();
        good.await(LinkState.LIVE);
        connectors.get(1).closingRecords(connectors.get(1).scopes().iterator().next(), Instant.EPOCH).toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        exchange.close();
        good.await(LinkState.RECONNECTING);

        assertThat(log.lines()).anyMatch(line -> line.contains("NEEDS_ATTENTION")).anyMatch(line -> line.contains("RECONNECTING"));
        assertThat(log.lines()).allSatisfy(line -> assertThat(line)
                .doesNotContain(key().apiKey(), key().secret(), key().passphrase(), "not-the-secret-of-this-key")
                // what HMAC-SHA256 looks like in Base64
                .doesNotContainPattern("[A-Za-z0-9+/]{43}="));
    }

    private PracticeExchange start(int port) throws Exception {
        return Services.get(PracticeVenue.class, "").start(new PracticeSettings(port, 7, BigDecimal.TEN, 1, Optional.empty(),
                Optional.of(folder.resolve("books.json")), true));
    }

    private ApiCredential key() {
        return exchange.credentials().get(0);
    }

    private Connector connect(ApiCredential credential) {
        var connector = factory.connector(settings("practice"), () -> credential, sink);
        connectors.add(connector);
        connector.start();
        return connector;
    }

    private ConnectorSettings settings(String label) {
        return new ConnectorSettings(new AccountId(label), label, Environment.PRACTICE, Optional.of(endpoint));
    }
}
