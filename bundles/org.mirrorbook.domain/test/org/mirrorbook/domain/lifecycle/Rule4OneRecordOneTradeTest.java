package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.ETH_LONG;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.recordOnly;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;

/** A closing record is claimed once, by the life that it is about. */
@DisplayName("Rule 4: one record, one trade")
class Rule4OneRecordOneTradeTest {

    @Test
    @DisplayName("the record confirms the closed trade and is claimed by it")
    void confirms() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);
        var closed = story.awaiting();

        story.record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105", "10", "-0.1", "-0.1", "0"));

        assertThat(story.facts()).containsExactly("TradeConfirmed");
        assertThat(story.book().awaiting()).isEmpty();
        assertThat(story.confirmed()).extracting(Trade::id).containsExactly(closed.id());
        assertThat(story.book().claimed().values()).extracting(ClaimedRecord::trade).containsExactly(closed.id());
    }

    @Test
    @DisplayName("the same record from stream and history is no news")
    void sameRecordTwice() {
        var record = record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105");
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20).record(record);
        var before = story.book();

        story.record(record);

        assertThat(story.changes()).isEmpty();
        assertThat(story.book()).isEqualTo(before);
    }

    @Test
    @DisplayName("nor is it when one channel leaves out the id")
    void sameRecordWithoutId() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105"));

        story.record(record(BTC_LONG, unmarked(), 19.9, "2", "100", "105"));

        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("a record of another life id confirms nothing, though it is of the same slot")
    void otherLifeId() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);
        var waiting = story.awaiting();

        story.record(record(BTC_LONG, life("6", 2), 5, "1", "90", "91"));

        assertThat(story.awaiting()).isEqualTo(waiting);
        assertThat(story.facts()).as("it is a life of its own").startsWith("TradeOpened", "TradeClosed", "TradeConfirmed");
    }

    @Test
    @DisplayName("a record of another slot confirms nothing")
    void otherSlot() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);

        story.record(record(BTC_SHORT, unmarked(), 15, "2", "100", "105"));

        assertThat(story.awaiting().certainty()).isEqualTo(Certainty.PROVISIONAL);
    }

    @Test
    @DisplayName("without ids, each of two waiting lives gets the record that closed at or after its start")
    void withoutIds() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10)).snapshot(20)
                .snapshot(30, row(ETH_LONG, unmarked(), "5", "12", 30)).snapshot(40);
        var first = story.book().awaiting().get(0).trade();
        var second = story.book().awaiting().get(1).trade();

        story.record(record(ETH_LONG, unmarked(), 19.5, "5", "10", "11")).record(record(ETH_LONG, unmarked(), 39.5, "5", "12", "13"));

        assertThat(story.confirmed()).extracting(Trade::id).containsExactly(first.id(), second.id());
        assertThat(story.confirmed()).extracting(trade -> trade.exit().orElseThrow().price().orElseThrow().toPlainString())
                .containsExactly("11", "13");
    }

    @Test
    @DisplayName("a record from before the life began is not its record")
    void beforeTheStart() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10));

        story.record(record(ETH_LONG, unmarked(), 9, "5", "10", "11"));

        assertThat(story.isFlat(ETH_LONG)).isFalse();
        assertThat(story.confirmed()).hasSize(1).allMatch(Trade::found);
    }

    @Test
    @DisplayName("a record that comes before the snapshot closes and confirms at once, and late snapshots are no news")
    void recordFirst() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

        story.record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105", "10", "-0.1", "-0.1", "0"));
        assertThat(story.facts()).containsExactly("TradeClosed", "TradeConfirmed");
        assertThat(story.only(TradeClosed.class).found()).isFalse();
        assertThat(story.isFlat(BTC_LONG)).isTrue();

        story.snapshot(19.95, row(BTC_LONG, life("7", 10), "2", "100", 10));
        assertThat(story.changes()).as("built before the close").isEmpty();
        story.snapshot(20);
        assertThat(story.changes()).isEmpty();
        assertThat(story.confirmed()).hasSize(1);
    }

    @Test
    @DisplayName("a row that comes after the record of its own life opens nothing")
    void recordBeforeTheFirstRow() {
        var story = Story.flat().record(record(BTC_LONG, life("7", 10), 12, "2", "100", "105"));

        story.snapshot(12.5, row(BTC_LONG, life("7", 10), "2", "100", 10));

        assertThat(story.changes()).isEmpty();
        assertThat(story.isFlat(BTC_LONG)).isTrue();
    }

    @Test
    @DisplayName("where a life id is used again, each record goes to the life of its time")
    void reusedId() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105"))
                .snapshot(30, row(BTC_LONG, life("7", 10), "1", "107", 30)).snapshot(40);
        var second = story.awaiting();

        story.record(record(BTC_LONG, life("7", 10), 39.9, "1", "107", "108"));

        assertThat(story.confirmed()).hasSize(2);
        assertThat(story.confirmed().get(1).id()).isEqualTo(second.id());
        assertThat(story.confirmed().get(1).terms().effectiveEntry()).isEqualByComparingTo("107");
    }

    @Test
    @DisplayName("where a life id is used again and the close in between was taken back, the records part the lives")
    void reusedIdMerged() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .snapshot(30, row(BTC_LONG, life("7", 10), "1", "107", 30));
        assertThat(story.facts()).as("the id says that it is the same life").startsWith("CloseRevoked");

        story.record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105"));

        assertThat(story.facts()).containsExactly("TradeClosed", "TradeConfirmed", "TradeOpened", "DetailsMissing", "TradeSplit");
        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("1");
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(30));
    }

    @Test
    @DisplayName("word by word: the record confirms a life that was said to be over, and the first list opens nothing again")
    void recordAfterTheLastWord() {
        var story = Story.unseen().snapshot(5, row(BTC_LONG, unmarked(), "2", "100", 4)).gone(20, BTC_LONG);

        story.record(record(BTC_LONG, recordOnly("77"), 20, "2", "100", "102"));

        assertThat(story.facts()).containsExactly("TradeConfirmed");
        assertThat(story.isFlat(BTC_LONG)).isTrue();
        assertThat(story.confirmed()).hasSize(1);
    }

    @Test
    @DisplayName("word by word: a record may come before the word that its life is over")
    void recordBeforeTheLastWord() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "2", "100", 10));

        story.record(record(BTC_LONG, recordOnly("77"), 20, "2", "100", "102"));
        assertThat(story.facts()).containsExactly("TradeClosed", "TradeConfirmed");
        assertThat(story.confirmed().getFirst().found()).isFalse();

        story.gone(20, BTC_LONG);
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("word by word: a record that is stamped a little late is of the life that ended then, not of the one that began since")
    void stampedAfterTheNextLifeBegan() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "1", "100", 10)).gone(20, BTC_LONG)
                .seen(20.01, row(BTC_LONG, unmarked(), "1", "110", 20.01));
        var first = story.awaiting();
        var second = story.open(BTC_LONG);

        story.record(record(BTC_LONG, recordOnly("71"), 20.015, "1", "100", "110", "10", "0", "0", "0"));

        assertThat(story.confirmed()).singleElement().satisfies(trade -> assertThat(trade.id()).isEqualTo(first.id()));
        assertThat(story.open(BTC_LONG).id()).isEqualTo(second.id());
    }

    @Test
    @DisplayName("word by word: two lives that ended at nearly the same time take their records in their order")
    void twoEndsInAMoment() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "1", "100", 10)).gone(20, BTC_LONG)
                .seen(20.01, row(BTC_LONG, unmarked(), "1", "110", 20.01)).gone(20.05, BTC_LONG);

        story.record(record(BTC_LONG, recordOnly("71"), 20.015, "1", "100", "110", "10", "0", "0", "0"))
                .record(record(BTC_LONG, recordOnly("72"), 20.06, "1", "110", "111", "1", "0", "0", "0"));

        assertThat(story.confirmed()).extracting(trade -> trade.result().realised().intValue()).containsExactly(10, 1);
        assertThat(story.confirmed()).extracting(trade -> trade.openedAt()).containsExactly(at(10), at(20.01));
        assertThat(story.book().awaiting()).isEmpty();
    }

    @Test
    @DisplayName("word by word: a life seen at the moment of its close takes its record, though the other side, told first, began then")
    void seenAtItsClose() {
        // a flip in pieces of one millisecond, told out of order: long 1 is seen before what was left of a short that nobody knew
        var story = Story.flat().seen(20.002, row(BTC_LONG, unmarked(), "1", "107", 20))
                .seen(20, row(BTC_SHORT, unmarked(), "1", "98", 20));

        story.record(record(BTC_SHORT, recordOnly("77"), 20, "2", "98", "99", "-2", "0", "0", "0")).gone(20.001, BTC_SHORT);

        assertThat(story.confirmed()).extracting(Trade::slot).containsExactly(BTC_SHORT);
        assertThat(story.book().awaiting()).isEmpty();
        assertThat(story.isFlat(BTC_SHORT)).isTrue();
        assertThat(story.isFlat(BTC_LONG)).isFalse();
    }
}
