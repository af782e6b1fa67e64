package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.COIN;
import static org.mirrorbook.domain.lifecycle.Given.ETH_LONG;
import static org.mirrorbook.domain.lifecycle.Given.USDT;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.oneWay;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.slotId;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing.Detail;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;

/** A life ends where its slot becomes empty or another life takes it, and nowhere else. */
@DisplayName("Rule 1: life boundaries")
class Rule1LifeBoundariesTest {

    @Test
    @DisplayName("a complete snapshot without the slot closes the life")
    void absenceCloses() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
        var opened = story.open(BTC_LONG);

        story.snapshot(20);

        assertThat(story.isFlat(BTC_LONG)).isTrue();
        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing");
        assertThat(story.awaiting().id()).isEqualTo(opened.id());
        assertThat(story.awaiting().certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(story.awaiting().exit().orElseThrow().closedAt()).isEqualTo(at(20));
        assertThat(story.only(DetailsMissing.class).detail()).isEqualTo(Detail.CLOSING_RECORD);
    }

    @Test
    @DisplayName("an empty list of one product closes nothing of another")
    void absenceIsOfOneScope() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

        story.snapshot(COIN, 20);

        assertThat(story.changes()).isEmpty();
        assertThat(story.isFlat(BTC_LONG)).isFalse();
    }

    @Test
    @DisplayName("a row of size zero is an absent row")
    void sizeZeroCloses() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

        story.snapshot(20, row(BTC_LONG, life("7", 10), "0", "100", 20));

        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing");
        assertThat(story.awaiting().terms().quantity()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("a row of size zero opens nothing in an empty slot")
    void sizeZeroOpensNothing() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "0", "100", 10));

        assertThat(story.changes()).isEmpty();
        assertThat(story.isFlat(BTC_LONG)).isTrue();
    }

    @Test
    @DisplayName("of two rows of a slot in one snapshot the one changed last counts")
    void lastChangedRowCounts() {
        var story = Story.flat().snapshot(20, row(BTC_LONG, life("8", 15), "3", "101", 15), row(BTC_LONG, life("7", 10), "2", "100", 10));

        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("3");
        assertThat(story.book().open()).hasSize(1);
    }

    @Test
    @DisplayName("crossing the side is a close followed by an open in one list")
    void flip() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

        story.snapshot(20, row(BTC_SHORT, life("8", 20), "3", "110", 20));

        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing", "TradeOpened");
        assertThat(story.isFlat(BTC_LONG)).isTrue();
        assertThat(story.open(BTC_SHORT).terms().quantity()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("another life id in the same slot is a close and an open")
    void otherLifeId() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
        var first = story.open(BTC_LONG);

        story.snapshot(20, row(BTC_LONG, life("8", 18), "2", "105", 18));

        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing", "TradeOpened");
        assertThat(story.awaiting().id()).isEqualTo(first.id());
        assertThat(story.awaiting().exit().orElseThrow().closedAt()).as("the start of the next life").isEqualTo(at(18));
        assertThat(story.open(BTC_LONG).id()).isNotEqualTo(first.id());
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(18));
    }

    @Test
    @DisplayName("another trustworthy start time in the same slot does the same, even under one slot id")
    void otherStart() {
        var first = new LifeMark(Optional.of("s"), IdScope.SLOT, Optional.of(at(10)), true);
        var second = new LifeMark(Optional.of("s"), IdScope.SLOT, Optional.of(at(18)), true);
        var story = Story.flat().snapshot(10, row(BTC_LONG, first, "2", "100", 10));

        story.snapshot(20, row(BTC_LONG, second, "2", "105", 18));

        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing", "TradeOpened");
    }

    @Test
    @DisplayName("another slot id never ends a life")
    void slotIdEndsNothing() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, slotId("s1"), "2", "100", 10));
        var opened = story.open(BTC_LONG);

        story.snapshot(20, row(BTC_LONG, slotId("s2"), "2", "100", 15));

        assertThat(story.changes()).isEmpty();
        assertThat(story.open(BTC_LONG).id()).isEqualTo(opened.id());
    }

    @Test
    @DisplayName("a life id that is used again is a new life, once the end of the first is final")
    void reusedIdAfterRecord() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .record(record(BTC_LONG, life("7", 10), 20, "2", "100", "105"));

        story.snapshot(30, row(BTC_LONG, life("7", 10), "1", "107", 30));

        assertThat(story.facts()).containsExactly("TradeOpened");
        assertThat(story.open(BTC_LONG).openedAt()).as("the start time is the slot's now").isEqualTo(at(30));
        assertThat(story.open(BTC_LONG).fingerprint()).isNotEqualTo(story.confirmed().getFirst().fingerprint());
        assertThat(story.proven(BTC_LONG)).isFalse();
    }

    @Test
    @DisplayName("an old row of the ended life in a new envelope neither closes the new life nor opens the old one")
    void oldRowInNewEnvelope() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                .snapshot(20, row(BTC_LONG, life("8", 18), "3", "105", 18));

        story.snapshot(21, row(BTC_LONG, life("7", 10), "2", "100", 10));

        assertThat(story.changes()).isEmpty();
        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("isolated and crossed positions of one symbol are two lives")
    void marginModesAreSlots() {
        var isolated = new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.ISOLATED, "USDT");
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10), row(isolated, life("8", 9), "1", "99", 9));

        story.snapshot(20, row(isolated, life("8", 9), "1", "99", 9));

        assertThat(story.isFlat(BTC_LONG)).isTrue();
        assertThat(story.isFlat(isolated)).isFalse();
    }

    @Test
    @DisplayName("word by word: a slot that is said to be empty ends its life, and a row that comes then begins the next")
    void goneAndSeenAgain() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "2", "100", 10));
        assertThat(story.facts()).containsExactly("TradeOpened");
        var first = story.open(BTC_LONG);

        story.gone(20, BTC_LONG);
        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing");
        assertThat(story.awaiting().exit().orElseThrow().closedAt()).isEqualTo(at(20));
        assertThat(story.awaiting().found()).isFalse();

        story.seen(20.5, row(BTC_LONG, unmarked(), "2", "100", 20.5));

        assertThat(story.facts()).containsExactly("TradeOpened");
        assertThat(story.open(BTC_LONG).id()).isNotEqualTo(first.id());
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(20.5));
    }

    @Test
    @DisplayName("word by word: nothing is said of the other slots")
    void otherSlots() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "2", "100", 10)).seen(11, row(ETH_LONG, unmarked(), "5", "10", 11));

        story.gone(20, BTC_LONG);

        assertThat(story.isFlat(BTC_LONG)).isTrue();
        assertThat(story.isFlat(ETH_LONG)).isFalse();
    }

    @Test
    @DisplayName("word by word: that an empty slot is empty is no news, once or twice")
    void goneForNothing() {
        var story = Story.flat().gone(10, BTC_LONG).gone(11, BTC_LONG);

        assertThat(story.changes()).isEmpty();
        assertThat(story.book().awaiting()).isEmpty();
    }

    @Test
    @DisplayName("word by word: in one-way mode the side is crossed by one word that ends and one that begins, and the fill is shared")
    void flipWordByWord() {
        var story = Story.flat().fill(oneWay(BTC_LONG, "1", true, "3", "100", "0", "-0.3", 10))
                .seen(10, row(BTC_LONG, unmarked(), "3", "100", 10));

        story.fill(oneWay(BTC_LONG, "2", false, "5", "110", "30", "-0.5", 20)).gone(20.001, BTC_LONG)
                .seen(20.002, row(BTC_SHORT, unmarked(), "2", "110", 20));

        var closing = story.awaiting().executions().getLast();
        assertThat(closing.fillId()).contains("2");
        assertThat(closing.quantity()).isEqualByComparingTo("3");
        // the whole profit, and of the fee 0.5 * 3 / 5
        assertThat(closing.pnl().orElseThrow()).isEqualByComparingTo("30");
        assertThat(closing.fees().getFirst().amount()).isEqualByComparingTo("-0.3");
        var opening = story.open(BTC_SHORT).executions().getFirst();
        assertThat(opening.fillId()).contains("2");
        assertThat(opening.quantity()).isEqualByComparingTo("2");
        assertThat(opening.fees().getFirst().amount()).isEqualByComparingTo("-0.2");
    }
}
