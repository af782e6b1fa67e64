package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/** Fills are asked for where a snapshot left something to explain, once for all that is wanted by then. */
class LaneFillsTest {

    private final Stage stage = new Stage();

    @Test
    void theFillsOfLivesThatWereNotSeenBeingBornAreAskedForOnceTogether() {
        stage.startLive(old("BTCUSDT"), old("ETHUSDT"));
        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.connector.fillQuestions).hasSize(1);
        // both began at noon; five seconds for two clocks inside the venue
        assertThat(stage.connector.fillQuestions.get(0).since()).isEqualTo(NOON.minusSeconds(5));
        stage.lifecycle.folded.clear();
        stage.connector.fillQuestions.get(0).answer().complete(List.of(fill("f-1"), fill("f-2")));
        stage.turn();
        assertThat(stage.lifecycle.folded).containsExactly(new FillSeen(fill("f-1"), NOON.plusSeconds(2)),
                new FillSeen(fill("f-2"), NOON.plusSeconds(2)));
        stage.pass(Duration.ofHours(1));
        assertThat(stage.connector.fillQuestions).hasSize(1);
    }

    @Test
    void aQuestionThatFailedIsRepeatedAFewTimesAndThenLeftAlone() {
        stage.startLive(old("BTCUSDT"));
        stage.pass(Duration.ofSeconds(2));
        for (int i = 0; i < 6; i++) {
            assertThat(stage.connector.fillQuestions).hasSize(i + 1);
            stage.connector.fillQuestions.get(i).answer().completeExceptionally(new VenueProblem(Remedy.RETRY, Optional.empty(), "Busy."));
            stage.turn();
            stage.pass(Duration.ofMinutes(1));
        }
        assertThat(stage.connector.fillQuestions).as("once, and after 1, 2, 5, 15 and 60 s").hasSize(6);
    }

    @Test
    void whatTheLinkTookWithItIsAskedForAgainAfterTheReconnect() {
        stage.startLive(old("BTCUSDT"));
        stage.pass(Duration.ofSeconds(2));
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.turn();
        stage.connection++;
        stage.snapshot(old("BTCUSDT"));
        stage.link(LinkState.LIVE);
        stage.turn();
        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.connector.fillQuestions).hasSize(2);
        assertThat(stage.connector.fillQuestions.get(1).since()).isEqualTo(NOON.minusSeconds(5));
    }

    @Test
    void fillsOfANewlyInferredExecutionAreWantedSinceTheOneBeforeIt() {
        var opened = execution(ExecutionKind.OPEN, NOON, false);
        var added = execution(ExecutionKind.ADD, NOON.plusSeconds(90), true);
        assertThat(Inferences.of(folded(List.of(opened), List.of(opened, added)))).isEqualTo(Map.of(USDT, NOON));
    }

    @Test
    void whatWasInferredBeforeIsNotWantedAgain() {
        var opened = execution(ExecutionKind.OPEN, NOON, true);
        var added = execution(ExecutionKind.ADD, NOON.plusSeconds(90), false);
        assertThat(Inferences.of(folded(List.of(opened), List.of(opened, added)))).isEmpty();
    }

    private static Folded folded(List<Execution> before, List<Execution> after) {
        var seen = new SnapshotSeen(USDT, 1, NOON, NOON, List.of(row("BTCUSDT", "1", "60000")));
        var book = new PlainLifecycle().apply(Book.empty(Stage.ACCOUNT, NOON), seen).after();
        return new Folded(with(book, before), with(book, after), 1, List.of(), List.of(trade(with(book, after))), List.of());
    }

    private static Book with(Book book, List<Execution> executions) {
        var life = book.open().values().iterator().next();
        var changed = new OpenLife(life.trade().withExecutions(executions), life.row(), true);
        return new Book(book.account(), book.mirroredSince(), Map.of(life.trade().slot(), changed), List.of(), List.of(), Map.of(),
                Map.of(), Map.of(),
                List.of());
    }

    private static Trade trade(Book book) {
        return book.open().values().iterator().next().trade();
    }

    private static Execution execution(ExecutionKind kind, Instant at, boolean inferred) {
        return new Execution(kind, BigDecimal.ONE, Optional.empty(), Optional.empty(), List.of(), at, inferred,
                inferred ? Optional.empty() : Optional.of("f-" + at));
    }

    private static PositionRow old(String symbol) {
        var row = row(symbol, "1", "60000");
        var figures = new RowFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(BigDecimal.TEN), Optional.empty(), Optional.empty());
        return new PositionRow(row.slot(), row.life(), row.size(), row.entryPrice(), figures, row.updatedAt());
    }

    private static Fill fill(String id) {
        return new Fill(USDT, "BTCUSDT", id, "o-" + id, true, Optional.empty(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, List.of(),
                NOON);
    }
}
