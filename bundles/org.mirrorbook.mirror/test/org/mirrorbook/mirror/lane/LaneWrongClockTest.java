package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.record;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/** The clock of this machine is off by a quarter of an hour: nothing that happens at the venue is missed for that. */
class LaneWrongClockTest {

    private static final Duration OFF = Duration.ofMinutes(15);

    private final Stage stage = new Stage();

    @Test
    void aClockThatIsAheadKeepsNoCursorInTheVenuesFuture() {
        // it is noon at our clock, a quarter to twelve at the venue
        stage.venueAhead = OFF.negated();
        stage.startLive();
        answer();
        assertThat(stage.lifecycle.folded).contains(new HistoryRead(USDT, NOON.minus(OFF), NOON));
        assertThat(stage.lane.book().historyReadTo()).containsEntry(USDT, NOON.minus(OFF));
    }

    @Test
    void aLifeThatEndedWhileAMachineAheadWasAwayIsWithinTheNextReading() {
        stage.venueAhead = OFF.negated();
        stage.startLive();
        answer();
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.turn();
        // a minute later by the venue's clock a life ends; two minutes later the link is back
        var closed = record("BTCUSDT", NOON.minus(OFF).plusSeconds(60));
        stage.pass(Duration.ofMinutes(2));
        stage.connection++;
        stage.snapshot();
        stage.link(LinkState.LIVE);
        stage.turn();

        assertThat(last().since()).isBefore(closed.closedAt());
        // read up to 11:45 by the venue's clock, less ten minutes
        assertThat(last().since()).isEqualTo(NOON.minus(OFF).minus(Duration.ofMinutes(10)));
    }

    @Test
    void aClockThatIsBehindProvesLivesByTheVenuesTime() {
        stage.venueAhead = OFF;
        stage.startLive();
        answer();
        assertThat(stage.lane.book().historyReadTo()).containsEntry(USDT, NOON.plus(OFF));
    }

    @Test
    void aRowStampedAfterItsSnapshotIsReadUpToAsWell() {
        // noon at our clock and in the row, two seconds less in the envelope: two machines of the venue
        stage.venueAhead = Duration.ofSeconds(-2);
        stage.startLive(row("BTCUSDT", "1", "60000"));
        answer();
        assertThat(stage.lane.book().historyReadTo()).containsEntry(USDT, NOON);
    }

    @Test
    void aReadingThatIsRepeatedReachesToTheSnapshotOfItsOwnTime() {
        stage.venueAhead = OFF.negated();
        stage.startLive();
        last().answer().completeExceptionally(new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many requests."));
        stage.turn();
        stage.pass(Duration.ofMillis(900));
        stage.snapshot();
        stage.turn();
        stage.pass(Duration.ofMillis(100));
        answer();
        assertThat(stage.lane.book().historyReadTo()).containsEntry(USDT, NOON.minus(OFF).plusMillis(900));
    }

    @ParameterizedTest
    @ValueSource(ints = {-15, 0, 15})
    void theNewestFillsAreWithinTheQuestion(int minutesAhead) {
        stage.venueAhead = Duration.ofMinutes(minutesAhead);
        var venueNow = NOON.plus(stage.venueAhead);
        stage.startLive(old(venueNow));
        stage.pass(Duration.ofSeconds(2));

        var question = stage.connector.fillQuestions.get(0);
        // a fill of this very moment, by the venue's clock
        assertThat(question.until()).isAfter(venueNow.plusSeconds(2));
        assertThat(question.since()).isBefore(venueNow);
    }

    private void answer() {
        last().answer().complete(List.of());
        stage.turn();
    }

    private StageConnector.Question<List<ClosingRecord>> last() {
        return stage.connector.recordQuestions.get(stage.connector.recordQuestions.size() - 1);
    }

    /** A row that realised something before it was first seen, so that its fills are wanted. */
    private static PositionRow old(Instant updatedAt) {
        var row = row("BTCUSDT", "1", "60000");
        var figures = new RowFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(BigDecimal.TEN), Optional.empty(), Optional.empty());
        return new PositionRow(row.slot(), LifeMark.ofLife("p-1", updatedAt), row.size(), row.entryPrice(), figures, updatedAt);
    }
}
