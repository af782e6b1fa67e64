package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.record;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;

/** Stops and targets that wait at the venue are asked for, and what a former run left open is asked for once more. */
class LaneProtectionsTest {

    private final Stage stage = new Stage(Optional.empty());

    @Test
    void theStopThatWaitsIsAskedForAfterTheAlignmentAndKeptWithTheTrade() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        assertThat(stage.connector.protectionQuestions).singleElement().satisfies(asked -> assertThat(asked.scope()).isEqualTo(USDT));
        answer(stop("59000"));

        var moves = stage.journal.trades.values().iterator().next().risk().stopLoss().moves();
        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.source()).isEqualTo(ProtectionSource.LIVE);
            assertThat(move.price().orElseThrow()).isEqualByComparingTo("59000");
        });
        assertThat(stage.journal.messages).contains(
                "GET protections {\"asked\":\"protections\",\"product\":\"USDT-FUTURES\",\"came\":1}");
        assertThat(stage.diary).containsSubsequence("commit ProtectionMoved", "UPDATED");
    }

    @Test
    void aStopThatIsPlacedWhileTheVenueAnswersIsNotTakenAwayByAListThatDoesNotKnowIt() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.clock.move(Duration.ofMillis(200));
        stage.hear(new ProtectionSeen(stop("59000"), stage.clock.instant()));
        stage.turn();
        stage.clock.move(Duration.ofMillis(200));
        answer();

        var moves = stage.journal.trades.values().iterator().next().risk().stopLoss().moves();
        assertThat(moves).singleElement().satisfies(move -> assertThat(move.price()).isPresent());
    }

    @Test
    void theListIsAskedForEveryFiveMinutesWhileLive() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        answer();
        stage.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(stage.connector.protectionQuestions).hasSize(1);
        stage.pass(Duration.ofMillis(1));
        assertThat(stage.connector.protectionQuestions).hasSize(2);

        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.turn();
        stage.pass(Duration.ofMinutes(10));
        assertThat(stage.connector.protectionQuestions).as("not without a link").hasSize(2);
    }

    @Test
    void aVenueThatIsBusyIsAskedAgainAndOneThatRefusesIsNot() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.connector.protectionQuestions.getLast().answer()
                .completeExceptionally(new VenueProblem(Remedy.RETRY, Optional.empty(), "Busy."));
        stage.turn();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.connector.protectionQuestions).hasSize(2);
        stage.connector.protectionQuestions.getLast().answer()
                .completeExceptionally(new VenueProblem(Remedy.ASK_USER, Optional.of("40014"), "The key may not read orders."));
        stage.turn();
        stage.pass(Duration.ofMinutes(10));
        assertThat(stage.connector.protectionQuestions).hasSize(2);
        assertThat(stage.events(MirrorTopics.ERROR)).hasSize(1);
    }

    @Test
    void anAnswerWithoutNewsIsRecordedAndNotCommitted() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        answer(stop("59000"));
        stage.pass(Duration.ofMinutes(5));
        int commits = stage.journal.batches.size();
        answer(stop("59000"));

        assertThat(stage.journal.batches).hasSize(commits);
        assertThat(stage.journal.inputs).anyMatch(input -> input.toString().contains(ProtectionsListed.class.getSimpleName()));
    }

    @Test
    void aReasonThatAFormerRunLeftOpenIsAskedForOnceAfterTheRestart() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.clock.move(Duration.ofMinutes(1));
        stage.snapshot();
        stage.hear(new ClosingRecordSeen(record("BTCUSDT", NOON.plusSeconds(60)), stage.clock.instant()));
        stage.turn();
        assertThat(stage.diary).contains("CONFIRMED");
        stage.clock.move(Duration.ofMinutes(1));

        var next = new Stage(Optional.of(stage));
        next.startLive();
        next.pass(Duration.ofSeconds(2));
        assertThat(next.connector.reasonQuestions).singleElement().satisfies(asked -> assertThat(asked.since()).isEqualTo(NOON));

        next.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        next.turn();
        next.clock.move(Duration.ofMinutes(31));
        var later = new Stage(Optional.of(next));
        later.startLive();
        later.pass(Duration.ofMinutes(5));
        assertThat(later.connector.reasonQuestions).as("it would not tell any more").isEmpty();
    }

    private void answer(ProtectiveOrder... orders) {
        stage.connector.protectionQuestions.getLast().answer().complete(List.of(orders));
        stage.turn();
    }

    private static ProtectiveOrder stop(String price) {
        return new ProtectiveOrder(USDT, "BTCUSDT", Optional.of(Side.LONG), "o-1", ProtectionKind.STOP_LOSS,
                Optional.of(new BigDecimal(price)), Optional.empty(), ProtectiveOrder.State.WAITING, NOON);
    }
}
