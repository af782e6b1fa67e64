package org.mirrorbook.tests.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.AccountFacts;
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
import org.mirrorbook.exchange.Right;

/** Unified accounts as they are in the product: services, real sockets, and a practice exchange that does what it is told. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class UnifiedConnectorTest {

    private final HearingSink sink = new HearingSink();
    private PracticeExchange exchange;
    private Connector connector;

    @AfterEach
    void close() throws Exception {
        if (connector != null) {
            connector.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        if (exchange != null) {
            exchange.close();
        }
    }

    @Test
    void aLifeIsSeenChangeByChangeAndHistoryKnowsHowItEnded() throws Exception {
        start(PracticeSettings.UNIFIED);
        var live = sink.await(LinkState.LIVE);
        var facts = sink.await(AccountFacts.class, any -> true);
        assertThat(facts.kind()).contains("unified");
        assertThat(facts.rights().withdraw()).isEqualTo(Right.NO);
        assertThat(facts.clockOffset()).isPresent();
        var snapshots = sink.before(live).stream().filter(SnapshotSeen.class::isInstance).map(SnapshotSeen.class::cast).toList();
        assertThat(snapshots).extracting(SnapshotSeen::scope).containsExactlyInAnyOrderElementsOf(connector.scopes());
        assertThat(snapshots).allSatisfy(snapshot -> assertThat(snapshot.rows()).isEmpty());
        assertThat(sink.before(snapshots.get(0))).contains(facts);

        Instant before = facts.at().minusSeconds(60);
        step("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.010\"}");
        var opened = seen("0.01");
        assertThat(opened.slot().side()).isEqualTo(Side.LONG);
        assertThat(opened.life().id()).isEmpty();
        assertThat(opened.life().start()).as("createdTime is no start").isEmpty();
        var scope = opened.slot().scope();
        connector.watchMarks(Set.of(new Instrument(scope, "BTCUSDT")));
        assertThat(sink.await(MarkSeen.class, any -> true).instrument().symbol()).isEqualTo("BTCUSDT");

        step("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.010\"}");
        seen("0.02");
        step("{\"do\":\"reduce\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.005\"}");
        assertThat(seen("0.015").figures().fees().orElseThrow()).as("paid so far").isNegative();
        assertThat(answer(connector.openPositions(scope))).extracting(PositionRow::slot).containsExactly(opened.slot());
        step("{\"do\":\"close\",\"symbol\":\"BTCUSDT\",\"side\":\"long\"}");
        // in one-way mode each row of a side also says that the other side is empty
        sink.await(PositionGone.class, gone -> gone.slot().equals(opened.slot()));
        assertThat(answer(connector.openPositions(scope))).isEmpty();

        var record = closing(scope, before);
        assertThat(record.life().idScope()).isEqualTo(IdScope.LIFE);
        assertThat(record.life().start()).isEmpty();
        assertThat(record.closeSize()).isEqualByComparingTo("0.02");
        assertThat(record.net().subtract(record.reportedNet().orElseThrow()).abs()).isLessThan(new BigDecimal("2e-8"));

        var fills = answer(connector.fills(scope, before, record.closedAt()));
        // 0.01 + 0.01 in, 0.005 + 0.015 out
        assertThat(fills).extracting(fill -> fill.quantity().stripTrailingZeros().toPlainString())
                .containsExactly("0.01", "0.01", "0.005", "0.015");
        assertThat(fills.stream().map(Fill::pnl).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(record.gross());
        var heard = sink.await(FillSeen.class, seen -> seen.fill().fillId().equals(fills.get(3).fillId())).fill();
        assertThat(heard).isEqualTo(fills.get(3));
        assertThat(answer(connector.closeReasons(scope, before, record.closedAt()))).extracting(OrderNote::reason)
                .isNotEmpty().containsOnly(CloseReason.MANUAL);
    }

    @Test
    void anAccountThatIsConvertedGoesOnByItselfWithTheSameSlots() throws Exception {
        start(PracticeSettings.CLASSIC);
        sink.await(LinkState.LIVE);
        assertThat(sink.await(AccountFacts.class, any -> true).kind()).contains("classic");
        step("{\"do\":\"open\",\"symbol\":\"ETHUSDT\",\"side\":\"short\",\"size\":\"0.10\"}");
        var open = sink.await(SnapshotSeen.class, snapshot -> !snapshot.rows().isEmpty());

        int heard = sink.size();
        step("{\"do\":\"convert\"}");
        sink.await(LinkStatus.class, status -> status.state() == LinkState.LIVE, heard);
        var facts = sink.await(AccountFacts.class, found -> found.kind().filter("unified"::equals).isPresent());
        var anew = sink.await(SnapshotSeen.class, snapshot -> !snapshot.rows().isEmpty(), heard);
        assertThat(sink.before(anew)).contains(facts);
        assertThat(anew.connection()).isGreaterThan(open.connection());
        assertThat(anew.rows().get(0).slot()).isEqualTo(open.rows().get(0).slot());
        assertThat(anew.rows().get(0).size()).isEqualByComparingTo(open.rows().get(0).size());
        assertThat(sink.statuses()).extracting(LinkStatus::state).doesNotContain(LinkState.NEEDS_ATTENTION);
    }

    @Test
    void aUnifiedAccountThatIsNotMirroredIsAskedAllTheSame() throws Exception {
        exchange = venue(PracticeSettings.UNIFIED);
        connector = factory().connector(settings(), () -> exchange.credentials().get(0), sink);
        var scope = connector.scopes().stream().filter(one -> one.product().code().equals("USDT-FUTURES")).findFirst().orElseThrow();
        step("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.010\",\"stopLoss\":\"50000\"}");
        assertThat(answer(connector.openPositions(scope))).hasSize(1);
        assertThat(answer(connector.protections(scope))).singleElement().satisfies(stop -> {
            assertThat(stop.kind()).isEqualTo(ProtectionKind.STOP_LOSS);
            assertThat(stop.price().orElseThrow()).isEqualByComparingTo("50000");
            assertThat(stop.size().orElseThrow()).isEqualByComparingTo("0.01");
            assertThat(stop.side()).contains(Side.LONG);
        });
        step("{\"do\":\"close\",\"symbol\":\"BTCUSDT\"}");
        assertThat(answer(connector.protections(scope))).isEmpty();
        // further back than the venue remembers
        var record = closing(scope, Instant.EPOCH);
        assertThat(answer(connector.fills(scope, Instant.EPOCH, record.closedAt()))).hasSize(2);
        assertThat(sink.statuses()).as("nobody connected").isEmpty();
    }

    @Test
    void stopsAreHeardFromTheirSettingToTheirEndAndSoIsWhatTheAccountIsWorth() throws Exception {
        start(PracticeSettings.CLASSIC);
        hearStops();
    }

    @Test
    void stopsOfAUnifiedAccountAreHeardTheSameWay() throws Exception {
        start(PracticeSettings.UNIFIED);
        hearStops();
    }

    private void hearStops() throws Exception {
        sink.await(LinkState.LIVE);
        step("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.010\",\"stopLoss\":\"50000\","
                + "\"takeProfit\":\"500000\"}");
        var stop = heard(ProtectionKind.STOP_LOSS, "50000", ProtectiveOrder.State.WAITING);
        var target = heard(ProtectionKind.TAKE_PROFIT, "500000", ProtectiveOrder.State.WAITING);
        assertThat(stop.size().orElseThrow()).isEqualByComparingTo("0.01");
        step("{\"do\":\"move-stop\",\"symbol\":\"BTCUSDT\",\"trigger\":\"60000\"}");
        assertThat(heard(ProtectionKind.STOP_LOSS, "60000", ProtectiveOrder.State.WAITING).orderId()).isEqualTo(stop.orderId());
        step("{\"do\":\"price\",\"symbol\":\"BTCUSDT\",\"price\":\"59900\"}");
        heard(ProtectionKind.STOP_LOSS, "60000", ProtectiveOrder.State.TRIGGERED);
        assertThat(heard(ProtectionKind.TAKE_PROFIT, "500000", ProtectiveOrder.State.GONE).orderId()).isEqualTo(target.orderId());
        assertThat(answer(connector.protections(stop.scope()))).isEmpty();

        var record = closing(stop.scope(), Instant.EPOCH);
        // 10000 were in the wallet; the net is what the records say, and nothing is open any more
        var worth = new BigDecimal("10000").add(record.net());
        sink.await(EquitySeen.class, seen -> seen.scope().equals(stop.scope()) && seen.equity().currency().equals("USDT")
                && seen.equity().amount().compareTo(worth) == 0);
    }

    private ProtectiveOrder heard(ProtectionKind kind, String price, ProtectiveOrder.State state) throws InterruptedException {
        return sink.await(ProtectionSeen.class, seen -> seen.order().kind() == kind && seen.order().state() == state
                && seen.order().price().filter(at -> at.compareTo(new BigDecimal(price)) == 0).isPresent()).order();
    }

    @Test
    void aKeyOfAUnifiedAccountIsTriedStepByStep() throws Exception {
        exchange = venue(PracticeSettings.UNIFIED);
        var trial = factory().tryKey(settings(), exchange.credentials().get(0));
        assertThat(trial.problem()).isEmpty();
        assertThat(trial.kind()).contains("unified");
        assertThat(trial.steps()).hasSize(6);
        assertThat(trial.rights().trade()).isEqualTo(Right.NO);
        assertThat(trial.venueAccount()).isPresent();
    }

    private PositionRow seen(String size) throws InterruptedException {
        return sink.await(PositionSeen.class, seen -> seen.row().size().compareTo(new BigDecimal(size)) == 0).row();
    }

    /** REST shows a close some seconds late, as the venue's own does; the rate limit paces the questions. */
    private ClosingRecord closing(Scope scope, Instant since) throws Exception {
        for (;;) {
            var records = answer(connector.closingRecords(scope, since));
            if (!records.isEmpty()) {
                assertThat(records).hasSize(1);
                return records.get(0);
            }
        }
    }

    private static <T> List<T> answer(CompletionStage<List<T>> question) throws Exception {
        return question.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private void start(String kind) throws Exception {
        exchange = venue(kind);
        connector = factory().connector(settings(), () -> exchange.credentials().get(0), sink);
        connector.start();
    }

    private static ConnectorFactory factory() throws Exception {
        return Services.get(ConnectorFactory.class, "(" + ConnectorFactory.VENUE + "=bitget)");
    }

    private static PracticeExchange venue(String kind) throws Exception {
        return Services.get(PracticeVenue.class, "").start(new PracticeSettings(0, 7, BigDecimal.ONE, 1, Optional.empty(), Optional.empty(),
                false).ofKind(kind));
    }

    private ConnectorSettings settings() {
        return new ConnectorSettings(new AccountId("unified"), "unified", Environment.PRACTICE, Optional.of(exchange.endpoint()));
    }

    private void step(String step) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(exchange.endpoint() + "/practice/do"))
                    .POST(HttpRequest.BodyPublishers.ofString(step)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
