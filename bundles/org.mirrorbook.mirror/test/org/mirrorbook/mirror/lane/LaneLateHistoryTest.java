package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.slot;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/** History shows a close some seconds late (protocol notes, Bitget 6.3): what the first reading after an alignment could not find. */
class LaneLateHistoryTest {

    private final Stage stage = new Stage(Patience.usual());

    @Test
    void aLifeThatEndedJustBeforeTheLinkCameBackIsFoundALittleLater() {
        stage.startLive();
        answer();
        stage.snapshot(open(10));
        stage.turn();
        stage.pass(Duration.ofMinutes(1));
        answer();
        // closed at 59 s and opened again in the same size, while nobody listened; history does not know it yet
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.connection++;
        stage.snapshot(open(60));
        stage.link(LinkState.LIVE);
        stage.turn();
        answer();
        assertThat(stage.journal.trades).hasSize(1);

        stage.pass(Duration.ofSeconds(2));
        answer(record(59));

        assertThat(stage.journal.trades.values()).extracting(trade -> trade.certainty()).containsExactlyInAnyOrder(Certainty.CONFIRMED,
                Certainty.LIVE);
    }

    @Test
    void aDoubtAboutALifeIsLookedIntoMoreThanOnceToo() {
        stage.startLive();
        stage.snapshot(open(10));
        stage.turn();
        stage.pass(Duration.ofMinutes(1));
        answer();
        int asked = stage.connector.recordQuestions.size();
        // fees of two, then of one: another life may have begun
        stage.snapshot(fees(open(70), "-2"));
        stage.snapshot(fees(open(71), "-1"));
        stage.turn();
        stage.pass(Duration.ofSeconds(2));
        answer();
        stage.pass(Duration.ofSeconds(2));
        answer(record(70));

        assertThat(stage.connector.recordQuestions).hasSize(asked + 2);
        assertThat(stage.journal.trades).hasSize(2);
    }

    private static PositionRow fees(PositionRow row, String fees) {
        var none = Optional.<BigDecimal>empty();
        return row.with(new RowFigures(none, none, none, none, none, none, Optional.of(new BigDecimal(fees)), none));
    }

    @Test
    void aVenueThatRefusedToTellIsNotAskedForLatecomers() {
        stage.startLive();
        stage.connector.recordQuestions.getLast().answer()
                .completeExceptionally(new VenueProblem(Remedy.ASK_USER, Optional.of("40014"), "The key may not read history."));
        stage.turn();
        stage.pass(Duration.ofMinutes(1));

        assertThat(stage.connector.recordQuestions).hasSize(1);
    }

    /** Answers the newest question. */
    private void answer(ClosingRecord... records) {
        stage.connector.recordQuestions.getLast().answer().complete(List.of(records));
        stage.turn();
    }

    private static PositionRow open(long second) {
        var mark = new LifeMark(Optional.empty(), IdScope.NONE, Optional.of(NOON.minus(Duration.ofDays(90))), false);
        return new PositionRow(slot(USDT, "BTCUSDT", Side.LONG), mark, BigDecimal.ONE, new BigDecimal("100"), RowFigures.none(),
                NOON.plusSeconds(second));
    }

    private static ClosingRecord record(long second) {
        var hundred = new BigDecimal("100");
        var nothing = BigDecimal.ZERO;
        return new ClosingRecord(slot(USDT, "BTCUSDT", Side.LONG), new LifeMark(Optional.of("77"), IdScope.LIFE, Optional.empty(), false),
                NOON.plusSeconds(second), hundred, hundred, BigDecimal.ONE, BigDecimal.ONE, nothing, nothing, nothing, nothing,
                Optional.empty());
    }
}
