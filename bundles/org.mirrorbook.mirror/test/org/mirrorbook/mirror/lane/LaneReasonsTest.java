package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.record;
import static org.mirrorbook.mirror.lane.Stage.row;
import static org.mirrorbook.mirror.lane.Stage.slot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;

/** Why a trade ended is asked for after its close, beside the way to its confirmation. */
class LaneReasonsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Stage stage = new Stage();

    @Test
    void theReasonOfACloseIsAskedForAMomentLaterAroundThatClose() {
        closeAt(Duration.ofMinutes(30), "BTCUSDT");
        assertThat(stage.connector.reasonQuestions).isEmpty();
        stage.pass(Duration.ofSeconds(2));

        var closed = NOON.plus(Duration.ofMinutes(30));
        assertThat(stage.connector.reasonQuestions).singleElement().satisfies(asked -> {
            assertThat(asked.scope()).isEqualTo(USDT);
            assertThat(asked.since()).isEqualTo(closed.minus(MINUTE));
            assertThat(asked.until()).isEqualTo(closed.plus(MINUTE));
        });
        answer(note("BTCUSDT", CloseReason.STOP));
        assertThat(stage.lifecycle.folded).endsWith(new OrderSeen(note("BTCUSDT", CloseReason.STOP), stage.clock.instant()));
        assertThat(stage.journal.trades.values()).first().satisfies(trade -> assertThat(reason(trade)).contains(CloseReason.STOP));
        assertThat(stage.journal.messages).anyMatch(message -> message.startsWith("GET close reasons"));
    }

    @Test
    void oneQuestionServesWhatClosedTogether() {
        stage.startLive(row("BTCUSDT", "1", "60000"), row("ETHUSDT", "1", "3000"), row("XRPUSDT", "1", "2"));
        stage.snapshot();
        stage.turn();
        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.connector.reasonQuestions).hasSize(1);
    }

    @Test
    void aReasonThatIsKnownIsNotAskedForAgainWithTheConfirmation() {
        closeAt(Duration.ZERO, "BTCUSDT");
        stage.pass(Duration.ofSeconds(2));
        answer(note("BTCUSDT", CloseReason.TAKE_PROFIT));
        confirm("BTCUSDT", NOON);
        stage.pass(Duration.ofMinutes(1));

        assertThat(stage.diary).contains("CONFIRMED");
        assertThat(stage.connector.reasonQuestions).hasSize(1);
    }

    @Test
    void aReasonThatTheVenueDoesNotKnowYetIsAskedForWithGrowingDelaysAndThenLeftOpen() {
        closeAt(Duration.ZERO, "BTCUSDT");
        for (long delay : List.of(2, 5, 15, 60)) {
            int asked = stage.connector.reasonQuestions.size();
            stage.pass(Duration.ofSeconds(delay).minusMillis(1));
            assertThat(stage.connector.reasonQuestions).hasSize(asked);
            stage.pass(Duration.ofMillis(1));
            assertThat(stage.connector.reasonQuestions).hasSize(asked + 1);
            answer();
        }
        stage.pass(Duration.ofMinutes(10));
        assertThat(stage.connector.reasonQuestions).hasSize(4);
    }

    @Test
    void aClockThatIsPutBackALittleLosesNoQuestion() {
        closeAt(Duration.ZERO, "BTCUSDT");
        stage.timer.pass(Duration.ofSeconds(2), () -> {
            stage.clock.move(Duration.ofMillis(-1));
            stage.turn();
        });

        assertThat(stage.connector.reasonQuestions).hasSize(1);
    }

    @Test
    void aReasonThatIsStillUnknownIsAskedForAnewWithTheConfirmation() {
        aReasonThatTheVenueDoesNotKnowYetIsAskedForWithGrowingDelaysAndThenLeftOpen();
        confirm("BTCUSDT", NOON);
        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.connector.reasonQuestions).hasSize(5);
        // the plain lifecycle keeps the exit of the close
        assertThat(last().since()).isEqualTo(NOON.minus(MINUTE));
    }

    @Test
    void closesThatLieFarApartAreAskedAboutOneAfterTheOther() {
        stage.startLive(row("BTCUSDT", "1", "60000"), row("ETHUSDT", "1", "3000"));
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.snapshot(row("ETHUSDT", "1", "3000"));
        stage.turn();
        stage.pass(Duration.ofHours(2));
        stage.connection++;
        stage.snapshot();
        stage.link(LinkState.LIVE);
        stage.turn();
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.connector.reasonQuestions).singleElement().satisfies(asked -> assertThat(asked.until())
                .isEqualTo(NOON.plus(MINUTE)));
        answer(note("BTCUSDT", CloseReason.STOP));

        assertThat(stage.connector.reasonQuestions).hasSize(2);
        assertThat(last().since()).isEqualTo(NOON.plus(Duration.ofHours(2)).minus(MINUTE));
    }

    @Test
    void theConfirmationNeverWaitsForTheReason() {
        closeAt(Duration.ZERO, "BTCUSDT");
        stage.pass(Duration.ofSeconds(2));
        confirm("BTCUSDT", NOON);

        assertThat(stage.diary).containsSubsequence("CLOSED", "CONFIRMED");
        assertThat(last().answer()).isNotDone();
    }

    @Test
    void aQuestionThatFailedIsRepeatedAFewTimesAndThenLeftAlone() {
        closeAt(Duration.ZERO, "BTCUSDT");
        stage.pass(Duration.ofSeconds(2));
        for (int i = 0; i < 4; i++) {
            assertThat(stage.connector.reasonQuestions).hasSize(i + 1);
            last().answer().completeExceptionally(new VenueProblem(Remedy.RETRY, Optional.empty(), "Busy."));
            stage.turn();
            stage.pass(Duration.ofMinutes(1));
        }
        assertThat(stage.connector.reasonQuestions).as("after 2, 5, 15 and 60 s").hasSize(4);
        assertThat(stage.events(MirrorTopics.ERROR)).isEmpty();
    }

    @Test
    void aVenueThatRefusesToTellIsAnErrorOnceAndNotAskedForEachClose() {
        stage.startLive(row("BTCUSDT", "1", "60000"), row("ETHUSDT", "1", "3000"));
        stage.snapshot(row("ETHUSDT", "1", "3000"));
        stage.turn();
        stage.pass(Duration.ofSeconds(2));
        last().answer().completeExceptionally(new VenueProblem(Remedy.ASK_USER, Optional.of("40014"), "The key may not read orders."));
        stage.turn();
        stage.snapshot();
        stage.turn();
        stage.pass(Duration.ofSeconds(30));

        assertThat(stage.connector.reasonQuestions).hasSize(1);
        assertThat(stage.events(MirrorTopics.ERROR)).hasSize(1);
    }

    @Test
    void whatTheLinkTookWithItIsAskedForAgainAfterTheReconnect() {
        closeAt(Duration.ZERO, "BTCUSDT");
        stage.pass(Duration.ofSeconds(2));
        var lost = last();
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.connection++;
        stage.snapshot();
        stage.link(LinkState.LIVE);
        stage.turn();
        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.connector.reasonQuestions).hasSize(2);
        assertThat(last().since()).isEqualTo(lost.since());
    }

    @Test
    void aTradeFoundInHistoryIsAskedAboutAroundItsRecordAndGetsTheReasonOfItsOrder() {
        var whole = new Stage(Optional.empty());
        whole.startLive();
        var mark = LifeMark.ofLife("77", NOON.plusSeconds(10));
        var one = BigDecimal.ONE;
        var zero = BigDecimal.ZERO;
        var record = new ClosingRecord(slot(USDT, "BTCUSDT", Side.LONG), mark, NOON.plusSeconds(20), one, one, one, one, zero, zero, zero,
                zero, Optional.empty());
        whole.connector.recordQuestions.get(0).answer().complete(List.of(record));
        whole.turn();
        whole.pass(Duration.ofSeconds(2));
        var asked = whole.connector.reasonQuestions.get(0);
        assertThat(asked.since()).isEqualTo(NOON.plusSeconds(20).minus(MINUTE));
        assertThat(asked.until()).isEqualTo(NOON.plusSeconds(20).plus(MINUTE));

        // the order is told before its fills: the trade has its reason once they are there
        asked.answer().complete(List.of(new OrderNote(USDT, "BTCUSDT", "o-2", CloseReason.LIQUIDATION, NOON.plusSeconds(20))));
        whole.turn();
        whole.connector.fillQuestions.get(0).answer().complete(List.of(fill("f-1", "o-1", true, 10), fill("f-2", "o-2", false, 20)));
        whole.turn();

        assertThat(whole.journal.trades.values()).singleElement()
                .satisfies(trade -> assertThat(reason(trade)).contains(CloseReason.LIQUIDATION));
    }

    private void closeAt(Duration after, String symbol) {
        stage.startLive(row(symbol, "1", "60000"));
        stage.pass(after);
        stage.snapshot();
        stage.turn();
    }

    private void confirm(String symbol, Instant closedAt) {
        stage.hear(new ClosingRecordSeen(record(symbol, closedAt), stage.clock.instant()));
        stage.turn();
    }

    private void answer(OrderNote... orders) {
        last().answer().complete(List.of(orders));
        stage.turn();
    }

    private StageConnector.Question<List<OrderNote>> last() {
        return stage.connector.reasonQuestions.getLast();
    }

    private static OrderNote note(String symbol, CloseReason reason) {
        return new OrderNote(USDT, symbol, "o-" + symbol, reason, NOON);
    }

    private static Fill fill(String id, String order, boolean buys, long second) {
        return new Fill(USDT, "BTCUSDT", id, order, buys, Optional.empty(), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, List.of(),
                NOON.plusSeconds(second));
    }

    private static Optional<CloseReason> reason(Trade trade) {
        return trade.exit().orElseThrow().reason();
    }
}
