package org.mirrorbook.exchange.bitget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mirrorbook.exchange.bitget.Fixtures.PRODUCTS;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.ProtectiveOrder.State;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.History;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.stream.PrivateDialect;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.unified.HoldMode;
import org.mirrorbook.exchange.bitget.unified.UnifiedDialect;
import org.mirrorbook.exchange.bitget.unified.UnifiedHistory;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.bitget.wire.WireRow;
import org.mirrorbook.exchange.link.Dialect;
import org.mirrorbook.exchange.link.LinkMessage;
import org.mirrorbook.exchange.link.RestClient;

/**
 * The recording of a whole life, message by message through the dialect, its pages of history through the readers of REST, and all of it
 * through the lifecycle: the journal has the same trade again, without an exchange.
 */
class WholeLifeReplayTest {

    private static final String CLASSIC = "classic";
    private static final String NO_MORE = "{\"code\":\"00000\",\"data\":{\"list\":[]}}";
    private static final long CONNECTION = 1;

    private final WireReader reader = new WireReader();
    private final Unheard unheard = new Unheard("replay");
    private final HoldMode mode = new HoldMode();

    @ParameterizedTest
    @ValueSource(strings = {"life-classic.jsonl", "life-unified.jsonl"})
    void aRecordedLifeBecomesItsTradeToTheLastDigit(String recording) {
        var trades = replay(recording, 1);

        assertThat(trades).hasSize(1);
        var trade = trades.get(0);
        assertThat(trade.slot().instrument()).isEqualTo("BTCUSDT");
        assertThat(trade.slot().side()).isEqualTo(Side.LONG);
        assertThat(trade.certainty()).isEqualTo(Certainty.CONFIRMED);
        // (0.02 x 60000 + 0.01 x 63000) / 0.03
        assertThat(trade.terms().effectiveEntry()).isEqualByComparingTo("61000");
        assertThat(trade.terms().quantity()).isEqualByComparingTo("0.03");
        // (0.01 x 64000 + 0.02 x 62000) / 0.03, as the exchange rounds it
        assertThat(trade.exit().orElseThrow().price().orElseThrow()).isEqualByComparingTo("62666.666666666667");
        // 0.01 x (64000 - 61000) + 0.02 x (62000 - 61000)
        assertThat(trade.result().realised()).isEqualByComparingTo("50");
        // 0.0006 x (1200 + 630)
        assertThat(trade.result().openFee().orElseThrow()).isEqualByComparingTo("-1.098");
        // 0.0006 x (640 + 1240)
        assertThat(trade.result().closeFee().orElseThrow()).isEqualByComparingTo("-1.128");
        assertThat(trade.result().funding()).isEqualByComparingTo("-0.189");
        // 50 - 1.098 - 1.128 - 0.189
        assertThat(trade.result().net()).isEqualByComparingTo("47.585");
        assertThat(trade.executions()).extracting(Execution::kind, Execution::quantity, step -> step.price().orElseThrow(),
                Execution::inferred).containsExactly(
                        tuple(ExecutionKind.OPEN, new BigDecimal("0.02"), decimal("60000"), false),
                        tuple(ExecutionKind.ADD, new BigDecimal("0.01"), decimal("63000"), false),
                        tuple(ExecutionKind.REDUCE, new BigDecimal("0.01"), decimal("64000"), false),
                        tuple(ExecutionKind.CLOSE, new BigDecimal("0.02"), decimal("62000"), false));
        assertThat(unheard.count()).as("messages that were not understood").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"life-classic.jsonl", "life-unified.jsonl"})
    void aMessageThatComesTwiceMakesNoOtherTrade(String recording) {
        assertThat(replay(recording, 2)).isEqualTo(replay(recording, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"life-classic.jsonl", "life-unified.jsonl"})
    void aRecordedLifeTellsItsStopItsTargetAndWhatTheAccountIsWorth(String recording) {
        boolean classic = recording.contains(CLASSIC);
        var dialect = dialect(classic);
        var seen = lines(recording).flatMap(line -> observations(line, dialect, classic).stream()).toList();

        assertThat(seen.stream().filter(ProtectionSeen.class::isInstance).map(one -> ((ProtectionSeen) one).order()))
                .extracting(ProtectiveOrder::kind, order -> order.price().orElseThrow(), ProtectiveOrder::state,
                        order -> order.side().orElseThrow(), ProtectiveOrder::size)
                .containsExactlyInAnyOrder(
                        tuple(ProtectionKind.TAKE_PROFIT, decimal("70000"), State.WAITING, Side.LONG, Optional.empty()),
                        tuple(ProtectionKind.STOP_LOSS, decimal("50000"), State.WAITING, Side.LONG, Optional.empty()),
                        tuple(ProtectionKind.TAKE_PROFIT, decimal("70000"), State.GONE, Side.LONG, Optional.empty()),
                        tuple(ProtectionKind.STOP_LOSS, decimal("50000"), State.GONE, Side.LONG, Optional.empty()));
        var worths = seen.stream().filter(EquitySeen.class::isInstance).map(EquitySeen.class::cast)
                .filter(worth -> worth.scope().equals(USDT) && worth.equity().currency().equals("USDT")).toList();
        assertThat(worths.get(0).equity().amount()).isEqualByComparingTo("10000");
        // 10000 + 47.585, the net of the life
        assertThat(worths.get(worths.size() - 1).equity().amount()).isEqualByComparingTo("10047.585");
    }

    @ParameterizedTest
    @ValueSource(strings = {"life-classic.jsonl", "life-unified.jsonl"})
    void aRecordingHasEveryChannelOfItsKind(String recording) {
        var wanted = recording.contains(CLASSIC) ? Set.of("positions", "positions-history", "orders", "fill", "orders-algo", "account")
                : Set.of("position", "order", "fill", "strategy-order", "account");
        assertThat(lines(recording).map(line -> line.text("channel").orElseThrow()).collect(Collectors.toSet())).containsAll(wanted);
    }

    private List<Trade> replay(String recording, int times) {
        var lifecycle = new PositionLifecycle();
        var dialect = dialect(recording.contains(CLASSIC));
        var trades = new LinkedHashMap<TradeId, Trade>();
        var lines = lines(recording).toList();
        var book = Book.empty(new AccountId("account-1"), at(lines.get(0)).minusSeconds(60));
        for (var line : lines) {
            for (int time = 0; time < times; time++) {
                for (var seen : observations(line, dialect, recording.contains(CLASSIC))) {
                    var step = lifecycle.apply(book, seen);
                    book = step.after();
                    step.trades().forEach(trade -> trades.put(trade.id(), trade));
                }
            }
        }
        return List.copyOf(trades.values());
    }

    private List<? extends Observation> observations(WireRow line, Dialect dialect, boolean classic) {
        var channel = line.text("channel").orElseThrow();
        var text = line.text("text").orElseThrow();
        if (!channel.startsWith("GET ")) {
            return dialect.read(text, CONNECTION, at(line)) instanceof LinkMessage.Observed observed ? observed.batch().seen() : List.of();
        }
        return channel.endsWith("history-position") && !reader.read(text).row("data").rows("list").isEmpty()
                ? records(text, at(line), classic).stream().map(record -> new ClosingRecordSeen(record, at(line))).toList()
                : List.of();
    }

    /** The recorded page, as the answer to the first of the connector's questions. */
    private List<ClosingRecord> records(String page, Instant at, boolean classic) {
        var network = new ScriptedNetwork().answer(page);
        Stream.generate(() -> NO_MORE).limit(9).forEach(network::answer);
        var clock = new VenueClock(Clock.fixed(at, ZoneOffset.UTC));
        var settings = new ConnectorSettings(new AccountId("account-1"), "replay", Environment.LIVE, Optional.empty());
        var rest = new BitgetRest(Hosts.of(settings), new RestClient(network, 1, Duration.ofMillis(1)),
                () -> new ApiCredential("key", "secret", "passphrase"), clock, new VenueErrors(Environment.LIVE));
        var since = at.minus(Duration.ofHours(1));
        return classic ? new History(rest).closingRecords(USDT, since) : new UnifiedHistory(rest, clock, mode).closingRecords(USDT, since);
    }

    private Dialect dialect(boolean classic) {
        var errors = new VenueErrors(Environment.LIVE);
        var address = URI.create("wss://host/ws/private");
        return classic ? new PrivateDialect(address, PRODUCTS, errors, compare -> "", unheard)
                : new UnifiedDialect(address, PRODUCTS, mode, errors, compare -> "", unheard);
    }

    private Stream<WireRow> lines(String recording) {
        return Fixtures.read("practice/" + recording).lines().map(reader::read);
    }

    private static Instant at(WireRow line) {
        return Instant.parse(line.text("at").orElseThrow());
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }
}
