package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.record;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;

/** What a lane asks its venue, when, and what it does with the answers. */
class LaneQuestionsTest {

    private final Stage stage = new Stage();

    @Test
    void afterEachAlignmentHistoryIsReadFromTenMinutesBeforeTheLastKnownTime() {
        stage.startLive();
        assertThat(stage.connector.recordQuestions).hasSize(1);
        var first = stage.connector.recordQuestions.get(0);
        assertThat(first.scope()).isEqualTo(USDT);
        assertThat(first.since()).as("mirrored since noon").isEqualTo(NOON.minus(Duration.ofMinutes(10)));

        first.answer().complete(List.of());
        stage.turn();
        stage.pass(Duration.ofHours(3));
        reconnect();
        assertThat(last().since()).as("read up to noon").isEqualTo(NOON.minus(Duration.ofMinutes(10)));

        last().answer().complete(List.of());
        stage.turn();
        reconnect();
        assertThat(last().since()).as("read up to three o'clock").isEqualTo(NOON.plus(Duration.ofHours(3)).minus(Duration.ofMinutes(10)));
    }

    @Test
    void historyIsFoldedOldestFirstThenCountsAsReadUpToTheAlignment() {
        stage.startLive();
        var late = record("ETHUSDT", NOON.plusSeconds(20));
        var early = record("BTCUSDT", NOON.plusSeconds(10));
        stage.lifecycle.folded.clear();
        stage.connector.recordQuestions.get(0).answer().complete(List.of(late, early));
        stage.turn();

        assertThat(stage.lifecycle.folded).containsExactly(new ClosingRecordSeen(early, NOON), new ClosingRecordSeen(late, NOON),
                new HistoryRead(USDT, NOON, NOON));
        assertThat(stage.journal.messages).contains("GET closing records {\"asked\":\"closing records\",\"product\":\"USDT-FUTURES\","
                + "\"since\":\"2026-03-01T11:50:00Z\",\"until\":\"2026-03-01T12:00:00Z\",\"came\":2}");
    }

    @Test
    void historyThatCouldNotBeReadIsAskedForAgainWithBackOff() {
        stage.startLive();
        for (long delay : List.of(1, 2, 5, 15, 60, 60)) {
            int asked = stage.connector.recordQuestions.size();
            last().answer().completeExceptionally(new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many requests."));
            stage.turn();
            stage.pass(Duration.ofSeconds(delay).minusMillis(1));
            assertThat(stage.connector.recordQuestions).hasSize(asked);
            stage.pass(Duration.ofMillis(1));
            assertThat(stage.connector.recordQuestions).hasSize(asked + 1);
        }
        assertThat(stage.events(MirrorTopics.ERROR)).isEmpty();
    }

    @Test
    void aVenueThatRefusesToTellIsAnErrorAndNotAskedAgainUntilReconnected() {
        stage.startLive();
        last().answer().completeExceptionally(new VenueProblem(Remedy.ASK_USER, Optional.of("40014"), "The key may not read history."));
        stage.turn();
        stage.pass(Duration.ofMinutes(3));

        assertThat(stage.connector.recordQuestions).hasSize(1);
        assertThat(stage.events(MirrorTopics.ERROR).get(0).getProperty(MirrorTopics.CODE)).isEqualTo("40014");
        reconnect();
        assertThat(stage.connector.recordQuestions).hasSize(2);
    }

    @Test
    void aClosingRecordThatTheStreamBringsInTimeIsNotAskedFor() {
        openAndClose();
        stage.hear(new ClosingRecordSeen(record("BTCUSDT", NOON.plusSeconds(1)), NOON));
        stage.turn();
        stage.pass(Duration.ofMinutes(3));

        assertThat(stage.connector.recordQuestions).as("the history after the alignment alone").hasSize(1);
        assertThat(stage.diary).contains("CONFIRMED");
    }

    @Test
    void aMissingRecordIsAskedForWithGrowingDelaysAndThenOverdue() {
        openAndClose();
        for (long delay : List.of(1, 2, 5, 15, 60)) {
            int asked = stage.connector.recordQuestions.size();
            stage.pass(Duration.ofSeconds(delay).minusMillis(1));
            assertThat(stage.connector.recordQuestions).hasSize(asked);
            stage.pass(Duration.ofMillis(1));
            assertThat(stage.connector.recordQuestions).hasSize(asked + 1);
            last().answer().complete(List.of());
            stage.turn();
        }
        assertThat(stage.diary).containsSubsequence("CLOSED", "UNCONFIRMED");
        assertThat(stage.journal.trades.values()).first().satisfies(trade -> assertThat(trade.certainty())
                .isEqualTo(Certainty.UNCONFIRMED));
    }

    @Test
    void anOverdueRecordIsAskedForEveryFewMinutesAndConfirmsAllTheSame() {
        aMissingRecordIsAskedForWithGrowingDelaysAndThenOverdue();
        int asked = stage.connector.recordQuestions.size();
        stage.pass(Duration.ofMinutes(5));
        assertThat(stage.connector.recordQuestions).hasSize(asked + 1);
        last().answer().complete(List.of(record("BTCUSDT", NOON.plusSeconds(1))));
        stage.turn();

        assertThat(stage.diary).containsSubsequence("UNCONFIRMED", "CONFIRMED");
        stage.pass(Duration.ofMinutes(30));
        assertThat(stage.connector.recordQuestions).as("nothing is missing any more").hasSize(asked + 1);
    }

    @Test
    void aRecordThatNeverComesIsLeftToTheAlignmentsAfterADay() {
        aMissingRecordIsAskedForWithGrowingDelaysAndThenOverdue();
        for (int i = 0; i < 24 * 12; i++) {
            stage.pass(Duration.ofMinutes(5));
            last().answer().complete(List.of());
            stage.turn();
        }
        int asked = stage.connector.recordQuestions.size();
        stage.pass(Duration.ofHours(2));
        assertThat(stage.connector.recordQuestions).hasSize(asked);
        reconnect();

        assertThat(stage.connector.recordQuestions).hasSize(asked + 1);
        assertThat(last().since()).as("it is looked for all the same").isBefore(NOON.plusSeconds(1));
    }

    @Test
    void aRecordThatComesWithTheSecondAnswerConfirms() {
        openAndClose();
        stage.pass(Duration.ofSeconds(1));
        last().answer().complete(List.of());
        stage.turn();
        stage.pass(Duration.ofSeconds(2));
        last().answer().complete(List.of(record("BTCUSDT", NOON.plusSeconds(1))));
        stage.turn();

        assertThat(stage.diary).containsSubsequence("CLOSED", "CONFIRMED");
        assertThat(stage.shown()).isEmpty();
    }

    @Test
    void oneQuestionServesAllTradesThatClosedTogether() {
        stage.startLive(row("BTCUSDT", "1", "60000"), row("ETHUSDT", "1", "3000"), row("XRPUSDT", "1", "2"));
        last().answer().complete(List.of());
        stage.turn();
        stage.snapshot();
        stage.turn();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.connector.recordQuestions).hasSize(2);

        last().answer().complete(List.of(record("BTCUSDT", NOON), record("ETHUSDT", NOON), record("XRPUSDT", NOON)));
        stage.turn();
        assertThat(stage.events(MirrorTopics.CONFIRMED)).hasSize(3);
        stage.pass(Duration.ofMinutes(3));
        assertThat(stage.connector.recordQuestions).hasSize(2);
    }

    @Test
    void anAnswerThatTheLinkTookWithItIsAskedForAgainAfterTheReconnect() {
        openAndClose();
        stage.pass(Duration.ofSeconds(1));
        var lost = last();
        reconnect();
        assertThat(last()).isNotSameAs(lost);
        lost.answer().complete(List.of(record("BTCUSDT", NOON.plusSeconds(1))));
        stage.turn();
        assertThat(stage.diary).as("an answer of the former connection, while the new one is being asked").doesNotContain("CONFIRMED");

        last().answer().complete(List.of(record("BTCUSDT", NOON.plusSeconds(1))));
        stage.turn();
        assertThat(stage.diary).containsSubsequence("DISCONNECTED", "STARTED", "CONFIRMED");
    }

    @Test
    void aRecordThatWasAwaitedBeforeARestartIsChasedAfterIt() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.pass(Duration.ofMinutes(1));
        reconnect();
        // while nobody listened the position went; history does not have it yet
        assertThat(stage.events(MirrorTopics.CLOSED)).hasSize(1);
        last().answer().complete(List.of());
        stage.turn();
        int asked = stage.connector.recordQuestions.size();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.connector.recordQuestions).hasSize(asked + 1);
    }

    @Test
    void unchangedPositionsRaiseNoQuestion() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        last().answer().complete(List.of());
        stage.turn();
        stage.snapshot(row("BTCUSDT", "1", "60000"));
        stage.turn();
        stage.pass(Duration.ofMinutes(20));

        assertThat(stage.connector.recordQuestions).hasSize(1);
        assertThat(stage.connector.fillQuestions).isEmpty();
    }

    private void openAndClose() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        last().answer().complete(List.of());
        stage.turn();
        stage.snapshot();
        stage.turn();
    }

    private void reconnect() {
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.connection++;
        stage.snapshot();
        stage.link(LinkState.LIVE);
        stage.turn();
    }

    private StageConnector.Question<List<ClosingRecord>> last() {
        return stage.connector.recordQuestions.get(stage.connector.recordQuestions.size() - 1);
    }
}
