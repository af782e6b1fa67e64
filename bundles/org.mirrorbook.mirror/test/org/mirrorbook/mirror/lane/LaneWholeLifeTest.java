package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.slot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;

/** Whole lives through the lane, with the product's own lifecycle. */
class LaneWholeLifeTest {

    private static final LifeMark LIFE = LifeMark.ofLife("77", NOON.plusSeconds(60));

    @Test
    void openAddReduceCloseConfirm() {
        var stage = new Stage(Optional.empty());
        stage.startLive();
        stage.pass(Duration.ofSeconds(60));
        stage.snapshot(row("1", "100", 60, "0"));
        stage.turn();
        stage.pass(Duration.ofSeconds(10));
        stage.snapshot(row("3", "102", 70, "0"));
        stage.turn();
        stage.pass(Duration.ofSeconds(10));
        stage.snapshot(row("2", "102", 80, "8"));
        stage.turn();
        stage.pass(Duration.ofSeconds(10));
        stage.snapshot();
        stage.turn();
        assertThat(only(stage).certainty()).isEqualTo(Certainty.PROVISIONAL);
        stage.hear(new ClosingRecordSeen(record(90), stage.clock.instant()));
        stage.turn();

        assertThat(stage.diary).containsSubsequence("STARTED", "OPENED", "UPDATED", "UPDATED", "CLOSED", "CONFIRMED");
        var trade = only(stage);
        assertThat(trade.status()).isEqualTo(TradeStatus.WIN);
        assertThat(trade.certainty()).isEqualTo(Certainty.CONFIRMED);
        // 24 gross − 0.3 to open − 0.3 to close + 0 funding
        assertThat(trade.result().net()).isEqualByComparingTo("23.4");
        assertThat(stage.shown()).isEmpty();
    }

    @Test
    void aRestartInTheMiddleMakesNoSecondTrade() {
        var stage = new Stage(Optional.empty());
        stage.startLive();
        stage.pass(Duration.ofSeconds(60));
        stage.snapshot(row("1", "100", 60, "0"));
        stage.turn();
        stage.lane.post(stage.lane::stop);
        stage.connector.stopped.complete(null);
        stage.turn();

        var again = new Stage(Optional.of(stage));
        again.start();
        assertThat(again.shown()).as("before the link is live").hasSize(1);
        again.snapshot(row("3", "102", 70, "0"));
        again.link(LinkState.LIVE);
        again.turn();

        assertThat(only(stage).terms().quantity()).isEqualByComparingTo("3");
        assertThat(again.diary).contains("UPDATED").doesNotContain("OPENED");
    }

    @Test
    void whatEndedWhileNobodyListenedIsConfirmedFromHistoryAtTheNextStart() {
        var stage = new Stage(Optional.empty());
        stage.startLive();
        stage.pass(Duration.ofSeconds(60));
        stage.snapshot(row("3", "102", 60, "0"));
        stage.turn();
        stage.lane.post(stage.lane::stop);
        stage.connector.stopped.complete(null);
        stage.turn();
        stage.pass(Duration.ofHours(5));

        var again = new Stage(Optional.of(stage));
        again.startLive();
        assertThat(again.diary).containsSubsequence("CLOSED", "STARTED");
        again.connector.recordQuestions.get(0).answer().complete(List.of(record(90)));
        again.turn();

        assertThat(again.diary).containsSubsequence("CLOSED", "STARTED", "CONFIRMED");
        assertThat(only(stage).found()).isTrue();
        assertThat(only(stage).certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    @Test
    void anInferredExecutionIsExplainedByTheFillsThatTheVenueTellsOnRequest() {
        var stage = new Stage(Optional.empty());
        stage.startLive();
        stage.pass(Duration.ofSeconds(60));
        stage.snapshot(row("1", "100", 60, "0"));
        stage.turn();
        assertThat(only(stage).executions()).allMatch(Execution::inferred);
        stage.pass(Duration.ofSeconds(2));
        // the life began at 12:01:00; five seconds for two clocks inside the venue
        assertThat(stage.connector.fillQuestions).singleElement().satisfies(
                question -> assertThat(question.since()).isEqualTo(NOON.plusSeconds(55)));
        stage.connector.fillQuestions.get(0).answer().complete(List.of(new Fill(USDT, "BTCUSDT", "f-1", "o-1", true, Optional.empty(),
                BigDecimal.ONE, new BigDecimal("100"), BigDecimal.ZERO, List.of(new Money(new BigDecimal("-0.1"), "USDT")),
                NOON.plusSeconds(60))));
        stage.turn();

        assertThat(only(stage).executions()).singleElement().satisfies(execution -> assertThat(execution.fillId()).contains("f-1"));
        stage.pass(Duration.ofMinutes(10));
        assertThat(stage.connector.fillQuestions).hasSize(1);
    }

    private static Trade only(Stage stage) {
        assertThat(stage.journal.trades).hasSize(1);
        return stage.journal.trades.values().iterator().next();
    }

    private static PositionRow row(String size, String entry, long second, String realised) {
        var figures = new RowFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(new BigDecimal(realised)), Optional.empty(), Optional.empty());
        return new PositionRow(slot(USDT, "BTCUSDT", Side.LONG), LIFE, new BigDecimal(size), new BigDecimal(entry), figures, at(second));
    }

    private static ClosingRecord record(long second) {
        return new ClosingRecord(slot(USDT, "BTCUSDT", Side.LONG), LIFE, at(second), new BigDecimal("102"), new BigDecimal("110"),
                new BigDecimal("3"), new BigDecimal("3"), new BigDecimal("24"), new BigDecimal("-0.3"), new BigDecimal("-0.3"),
                BigDecimal.ZERO,
                Optional.of(new BigDecimal("23.4")));
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
