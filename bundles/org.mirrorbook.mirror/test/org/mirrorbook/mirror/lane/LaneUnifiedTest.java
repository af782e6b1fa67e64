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
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.mirror.MirrorTopics;

/** A venue whose stream names changed positions alone and has no ids for lives, with the product's own lifecycle. */
class LaneUnifiedTest {

    private final Stage stage = new Stage(Optional.empty());

    @Test
    void openAddCloseByWordsOfOneSlot() {
        stage.startLive();
        changed("1", "100", 10);
        changed("3", "102", 20);
        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("3");
        gone(30);

        assertThat(stage.diary).containsSubsequence("STARTED", "OPENED", "UPDATED", "CLOSED");
        assertThat(stage.shown()).isEmpty();
    }

    @Test
    void aLifeIsUnprovenAfterEachReconnectUntilHistoryIsReadPastItsNewestRow() {
        stage.startLive();
        answerRecords();
        changed("1", "100", 10);
        stage.pass(Duration.ofMinutes(1));
        reconnect(open("1", "100", 10));
        assertThat(life().proven()).isFalse();
        answerRecords();

        assertThat(life().proven()).isTrue();
        assertThat(stage.journal.trades).hasSize(1);
    }

    @Test
    void aLifeThatWasClosedAndReopenedWhileNobodyListenedIsTwoTradesOnceHistoryIsRead() {
        stage.startLive();
        answerRecords();
        changed("1", "100", 10);
        // closed at 40 s and opened again in the same size at 50 s
        stage.pass(Duration.ofMinutes(1));
        reconnect(open("1", "100", 50));
        assertThat(stage.journal.trades).hasSize(1);
        answerRecords(record(40));

        assertThat(stage.journal.trades).hasSize(2);
        assertThat(stage.diary).containsSubsequence("CLOSED", "CONFIRMED");
        assertThat(stage.shown()).singleElement()
                .satisfies(one -> assertThat(one.trade().openedAt()).isAfter(NOON.plusSeconds(40)));
    }

    @Test
    void aConnectionThatTakesOverWithoutAGapAsksNothing() {
        stage.startLive();
        answerRecords();
        changed("1", "100", 10);
        stage.pass(Duration.ofSeconds(30));
        reconnect(open("1", "100", 10));
        answerRecords();
        assertThat(life().proven()).isTrue();
        stage.diary.clear();
        int records = stage.connector.recordQuestions.size();
        int fills = stage.connector.fillQuestions.size();
        stage.connection++;
        stage.snapshot(open("1", "100", 10));
        stage.turn();
        changed("2", "100", 40);
        stage.pass(Duration.ofSeconds(1));

        assertThat(life().proven()).isTrue();
        assertThat(stage.connector.recordQuestions).hasSize(records);
        assertThat(stage.connector.fillQuestions).hasSize(fills);
        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("2");
        assertThat(stage.diary).doesNotContain("DISCONNECTED");
    }

    @Test
    void aConnectionThatTakesOverAndListsNothingAgainIsHeardAndItsLossIsOne() {
        stage.startLive();
        answerRecords();
        changed("1", "100", 10);
        stage.pass(Duration.ofSeconds(30));
        reconnect(open("1", "100", 10));
        answerRecords();
        // its list was outdated by a word that both told, so neither is handed over
        stage.connection++;
        changed("2", "100", 40);
        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("2");
        assertThat(life().proven()).isTrue();
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.turn();
        assertThat(life().proven()).as("after the loss").isFalse();
        stage.connection++;
        changed("3", "100", 50);

        assertThat(stage.shown().get(0).trade().terms().quantity()).as("a word before the list").isEqualByComparingTo("2");
    }

    @Test
    void whatClosedWhileOneConnectionTookOverFromTheOtherIsAskedAboutAlone() {
        stage.startLive();
        answerRecords();
        changed("1", "100", 10);
        int records = stage.connector.recordQuestions.size();
        stage.connection++;
        stage.snapshot();
        stage.turn();
        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.events(MirrorTopics.CLOSED)).hasSize(1);
        assertThat(stage.connector.recordQuestions).as("its closing record").hasSize(records + 1);
    }

    @Test
    void afterAnOverloadNothingOfTheOldConnectionIsTaken() {
        var full = new Stage(2, Optional.empty());
        full.start();
        full.snapshot();
        full.turn();
        assertThat(full.hear(word(full.connection, "1", 10))).isTrue();
        assertThat(full.hear(word(full.connection, "2", 20))).isTrue();
        assertThat(full.hear(word(full.connection, "3", 30))).as("lost").isFalse();
        full.turn();
        // there is room again, but what this connection says now follows a word that nobody heard
        assertThat(full.hear(new PositionGone(slot(USDT, "BTCUSDT", Side.LONG), full.connection, NOON.plusSeconds(40), NOON))).isFalse();
        assertThat(full.hear(new SnapshotSeen(USDT, full.connection, NOON.plusSeconds(41), NOON, List.of()))).isFalse();
        full.link(LinkState.RECONNECTING, "OVERLOAD", "More came than could be written.");
        full.connection++;
        assertThat(full.snapshot(open("3", "100", 30))).isTrue();
        full.link(LinkState.LIVE);
        full.turn();

        assertThat(full.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("3");
        assertThat(full.diary).containsSubsequence("DISCONNECTED", "STARTED").doesNotContain("CLOSED");
    }

    @Test
    void pagesThatAnAnswerRestsOnAreRecordedBeforeItAndInTheirOrder() {
        stage.startLive();
        page("{\"page\":1}");
        page("{\"page\":2}");
        stage.connector.recordQuestions.getLast().answer().complete(List.of(record(-40)));
        stage.turn();

        var messages = stage.journal.messages;
        assertThat(messages.subList(messages.size() - 3, messages.size() - 1)).containsExactly("GET /history {\"page\":1}",
                "GET /history {\"page\":2}");
        assertThat(messages.getLast()).startsWith("GET closing records {\"asked\":\"closing records\"").contains("\"came\":1");
    }

    private void page(String text) {
        stage.lane.accept(new ObservationBatch(new RawMessage(NOON, "GET /history", text), List.of()));
    }

    private void changed(String size, String entry, long second) {
        stage.hear(new PositionSeen(stage.connection, NOON.plusSeconds(second), NOON, open(size, entry, second)));
        stage.turn();
    }

    private void gone(long second) {
        stage.hear(new PositionGone(slot(USDT, "BTCUSDT", Side.LONG), stage.connection, NOON.plusSeconds(second), NOON));
        stage.turn();
    }

    private static PositionSeen word(long connection, String size, long second) {
        return new PositionSeen(connection, NOON.plusSeconds(second), NOON, open(size, "100", second));
    }

    private void reconnect(PositionRow... rows) {
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.connection++;
        stage.snapshot(rows);
        stage.link(LinkState.LIVE);
        stage.turn();
    }

    private void answerRecords(ClosingRecord... records) {
        stage.connector.recordQuestions.getLast().answer().complete(List.of(records));
        stage.turn();
    }

    private OpenLife life() {
        return stage.lane.book().open().values().iterator().next();
    }

    /** Created long ago, as unified accounts say of each position (protocol notes, Bitget 7). */
    private static PositionRow open(String size, String entry, long second) {
        var mark = new LifeMark(Optional.empty(), IdScope.NONE, Optional.of(NOON.minus(Duration.ofDays(90))), false);
        return new PositionRow(slot(USDT, "BTCUSDT", Side.LONG), mark, new BigDecimal(size), new BigDecimal(entry), RowFigures.none(),
                at(second));
    }

    private static ClosingRecord record(long second) {
        var one = BigDecimal.ONE;
        var hundred = new BigDecimal("100");
        return new ClosingRecord(slot(USDT, "BTCUSDT", Side.LONG), new LifeMark(Optional.of("77"), IdScope.LIFE, Optional.empty(), false),
                at(second), hundred, hundred, one, one, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                Optional.empty());
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
