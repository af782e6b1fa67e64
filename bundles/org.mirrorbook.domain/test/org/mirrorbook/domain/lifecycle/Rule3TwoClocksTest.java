package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.COIN;
import static org.mirrorbook.domain.lifecycle.Given.COIN_LONG;
import static org.mirrorbook.domain.lifecycle.Given.USDT;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.row;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;

/** Envelopes order the snapshots of a scope, row times order the rows of a life; the two are never compared. */
@DisplayName("Rule 3: two clocks")
class Rule3TwoClocksTest {

    @Test
    @DisplayName("an older envelope of the same connection changes nothing")
    void olderEnvelope() {
        var story = Story.flat().snapshot(20, row(BTC_LONG, life("7", 10), "3", "100", 18));
        var before = story.book();

        story.snapshot(15, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(19);

        assertThat(story.changes()).isEmpty();
        assertThat(story.book()).isEqualTo(before);
    }

    @Test
    @DisplayName("anything from an older connection changes nothing, however new its envelope")
    void olderConnection() {
        var story = Story.flat().reconnected().snapshot(20, row(BTC_LONG, life("7", 10), "3", "100", 18));
        var before = story.book();

        story.apply(new SnapshotSeen(USDT, 1, at(30), at(30), List.of()));

        assertThat(story.book()).isEqualTo(before);
    }

    @Test
    @DisplayName("a new connection starts a new order: its clock may be behind")
    void newConnection() {
        var story = Story.flat().snapshot(20, row(BTC_LONG, life("7", 10), "3", "100", 18)).reconnected();

        story.snapshot(19.5);

        assertThat(story.facts()).contains("TradeClosed");
    }

    @Test
    @DisplayName("a row older than the newest of its life keeps the life open and its figures as they are")
    void olderRow() {
        var story = Story.flat().snapshot(20, row(BTC_LONG, life("7", 10), "3", "100", 18));

        story.snapshot(21, row(BTC_LONG, life("7", 10), "2", "100", 15));

        assertThat(story.changes()).isEmpty();
        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("absence rejects no row: an empty push may have been built before the fill that the next row shows")
    void absenceRejectsNothing() {
        var story = Story.flat().snapshot(20);

        story.snapshot(20.1, row(BTC_LONG, life("7", 19.9), "3", "100", 19.9));

        assertThat(story.facts()).containsExactly("TradeOpened");
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(19.9));
    }

    @Test
    @DisplayName("row times of different lives are not compared")
    void rowTimesOfOtherLives() {
        var story = Story.flat().snapshot(30, row(BTC_LONG, life("7", 10), "2", "100", 29));

        story.snapshot(31, row(BTC_LONG, life("8", 28), "1", "100", 28));

        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing", "TradeOpened");
    }

    @Test
    @DisplayName("equal envelopes follow each other as they arrive")
    void equalEnvelopes() {
        var story = Story.flat().snapshot(20, row(BTC_LONG, life("7", 10), "3", "100", 18));

        story.snapshot(20);

        assertThat(story.facts()).contains("TradeClosed");
    }

    @Test
    @DisplayName("the scopes of an account are ordered each for itself")
    void scopesApart() {
        var story = Story.flat().snapshot(30, row(BTC_LONG, life("7", 10), "3", "100", 18));

        story.snapshot(COIN, 20, row(COIN_LONG, life("9", 19), "1", "50000", 19));

        assertThat(story.facts()).contains("TradeOpened");
    }
}
