package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.COIN;
import static org.mirrorbook.domain.lifecycle.Given.COIN_LONG;
import static org.mirrorbook.domain.lifecycle.Given.ETH_LONG;
import static org.mirrorbook.domain.lifecycle.Given.USDT;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
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

    @Test
    @DisplayName("word by word: an older word on a slot changes nothing after a newer one")
    void olderWord() {
        var story = Story.flat().seen(20, row(BTC_LONG, unmarked(), "3", "100", 18));
        var before = story.book();

        story.seen(19, row(BTC_LONG, unmarked(), "2", "100", 19)).gone(19.5, BTC_LONG);

        assertThat(story.book()).isEqualTo(before);
    }

    @Test
    @DisplayName("word by word: an older word does not open again what was said to be empty")
    void olderWordAfterTheEnd() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "3", "100", 10)).gone(20, BTC_LONG);
        var before = story.book();

        story.seen(15, row(BTC_LONG, unmarked(), "2", "100", 15));

        assertThat(story.book()).isEqualTo(before);
    }

    @Test
    @DisplayName("word by word: what is older than the list of the scope is known from the list")
    void olderThanTheSnapshot() {
        var story = Story.flat().snapshot(20, row(BTC_LONG, unmarked(), "3", "100", 18));
        var before = story.book();

        story.gone(19, BTC_LONG).seen(19.5, row(ETH_LONG, unmarked(), "5", "10", 19.5));

        assertThat(story.book()).isEqualTo(before);
    }

    @Test
    @DisplayName("word by word: a list that is older than a word on a slot says nothing of that slot")
    void snapshotOlderThanAWord() {
        var story = Story.flat().seen(20, row(BTC_LONG, unmarked(), "3", "100", 20)).seen(20, row(ETH_LONG, unmarked(), "5", "10", 20))
                .gone(21, ETH_LONG);

        story.snapshot(19, row(ETH_LONG, unmarked(), "4", "10", 15));

        assertThat(story.changes()).isEmpty();
        assertThat(story.isFlat(BTC_LONG)).isFalse();
        assertThat(story.isFlat(ETH_LONG)).isTrue();
    }

    @Test
    @DisplayName("word by word: a word without a list before it, after a loss or on an older connection, changes nothing")
    void wordOfAnotherConnection() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "3", "100", 10));
        var before = story.book();

        story.apply(new PositionGone(BTC_LONG, 0, at(30), at(30)));
        assertThat(story.book()).isEqualTo(before);
        story.reconnected();
        var lost = story.book();
        story.gone(30, BTC_LONG);
        assertThat(story.book()).isEqualTo(lost);

        assertThat(Story.unseen().seen(10, row(BTC_LONG, unmarked(), "3", "100", 10)).book()).isEqualTo(Story.unseen().book());
    }

    @Test
    @DisplayName("word by word: a connection that took over without a gap need not list again what the other one told")
    void takenOverWithoutAList() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "3", "100", 10)).handedOver();

        // its clock may be a little behind that of the server before
        story.seen(9.9, row(BTC_LONG, unmarked(), "4", "100", 11)).seen(12, row(ETH_LONG, unmarked(), "5", "10", 12));
        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("4");
        story.apply(new PositionGone(BTC_LONG, 1, at(30), at(30)));
        assertThat(story.changes()).as("of the connection before").isEmpty();
        story.gone(13, BTC_LONG);

        assertThat(story.awaiting().found()).as("it was watched").isFalse();
        assertThat(story.isFlat(ETH_LONG)).isFalse();
    }

    @Test
    @DisplayName("word by word: words on different slots may change places")
    void slotsCommute() {
        var btc = row(BTC_LONG, unmarked(), "3", "100", 10);
        var eth = row(ETH_LONG, unmarked(), "5", "10", 11);

        var forth = Story.flat().seen(10, btc).seen(11, eth).gone(12, BTC_LONG).gone(13, ETH_LONG);
        var back = Story.flat().seen(11, eth).seen(10, btc).gone(13, ETH_LONG).gone(12, BTC_LONG);

        assertThat(back.book()).isEqualTo(forth.book());
    }

    @Test
    @DisplayName("word by word: the next connection begins with its list, whatever words there were")
    void nextConnection() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "3", "100", 10)).gone(30, BTC_LONG).reconnected();

        story.snapshot(25, row(BTC_LONG, unmarked(), "4", "100", 22));

        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("4");
        assertThat(story.book().shown().words()).isEmpty();
    }
}
