package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.recordOnly;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing.Detail;
import org.mirrorbook.domain.lifecycle.JournalChange.SlotChanged;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Slot;

/** A venue makes a classic account a unified one, with its positions open: other ids, other slots, the same lives. */
@DisplayName("Rule 9: an account that becomes of another kind")
class Rule9ConversionTest {

    private static final Slot ISOLATED = new Slot(Given.USDT, "BTCUSDT", BTC_LONG.side(), MarginMode.ISOLATED, "USDT");

    /** A classic account with a long of 2, which was seen last at 10; it was converted at 20 and is connected anew. */
    private static Story converted() {
        return Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).booked("0", "-0.1", "0")).converted(20).reconnected();
    }

    @Test
    @DisplayName("an open life is found again by instrument and side: the same trade and fingerprint, whatever margin mode it has now")
    void sameLifeInAnotherSlot() {
        var story = converted();
        var before = story.open(BTC_LONG);

        story.snapshot(30, row(ISOLATED, unmarked(), "3", "102", 25).booked("0", "-0.2", "0"));

        assertThat(story.facts()).containsExactly("SlotChanged", "ScaledIn", "CostBooked");
        assertThat(story.only(SlotChanged.class)).isEqualTo(new SlotChanged(before.id(), at(30), BTC_LONG, ISOLATED));
        var after = story.open(ISOLATED);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(after.positionId()).contains("7");
        assertThat(after.slot()).isEqualTo(ISOLATED);
        assertThat(story.isFlat(BTC_LONG)).isTrue();
    }

    @Test
    @DisplayName("it is unproven until history is read, and asks for that")
    void unproven() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).converted(20);
        assertThat(story.only(DetailsMissing.class).detail()).isEqualTo(Detail.PROOF);
        assertThat(story.proven(BTC_LONG)).isFalse();

        story.reconnected().snapshot(30, row(BTC_LONG, unmarked(), "2", "100", 10));
        assertThat(story.changes()).isEmpty();
        assertThat(story.proven(BTC_LONG)).isFalse();

        story.historyRead(30);
        assertThat(story.proven(BTC_LONG)).isTrue();
    }

    @Test
    @DisplayName("that it waits to be found again survives a restart")
    void restartInBetween() {
        var story = converted().restarted();
        var before = story.open(BTC_LONG).id();

        story.snapshot(30, row(ISOLATED, unmarked(), "2", "100", 10));

        assertThat(story.open(ISOLATED).id()).isEqualTo(before);
    }

    @Test
    @DisplayName("the new kind's clock is its own: a row that seems older than the last one of the former kind counts")
    void otherClock() {
        var story = converted().snapshot(30, row(BTC_LONG, unmarked(), "3", "102", 5));

        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("once it was found the search is over: what opens in another margin mode later is another life")
    void foundOnce() {
        var story = converted().snapshot(30, row(BTC_LONG, unmarked(), "2", "100", 10));
        var trade = story.open(BTC_LONG).id();

        story.snapshot(40, row(ISOLATED, unmarked(), "2", "100", 40));

        assertThat(story.awaiting().id()).isEqualTo(trade);
        assertThat(story.open(ISOLATED).id()).isNotEqualTo(trade);
    }

    @Test
    @DisplayName("two lives of one instrument and side: each in its own slot where that is listed")
    void ownSlotFirst() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10), row(ISOLATED, life("8", 10), "5", "90", 10));
        var crossed = story.open(BTC_LONG).id();
        var isolated = story.open(ISOLATED).id();

        story.converted(20).reconnected().snapshot(30, row(ISOLATED, unmarked(), "2", "90", 25), row(BTC_LONG, unmarked(), "5", "100", 25));

        assertThat(story.open(BTC_LONG).id()).isEqualTo(crossed);
        assertThat(story.open(ISOLATED).id()).isEqualTo(isolated);
    }

    @Test
    @DisplayName("two lives of one instrument and side with one row left: the life of its size is found, the other one ended")
    void equalSizeNext() {
        var coin = new Slot(Given.USDT, "BTCUSDT", BTC_LONG.side(), MarginMode.CROSSED, "USDC");
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10), row(ISOLATED, life("8", 10), "5", "90", 10));
        var isolated = story.open(ISOLATED).id();
        var crossed = story.open(BTC_LONG).id();

        story.converted(20).reconnected().snapshot(30, row(coin, unmarked(), "5", "90", 10));

        assertThat(story.open(coin).id()).isEqualTo(isolated);
        assertThat(story.awaiting().id()).isEqualTo(crossed);
    }

    @Test
    @DisplayName("the other side is another life")
    void otherSide() {
        var story = converted();
        var before = story.open(BTC_LONG).id();

        story.snapshot(30, row(BTC_SHORT, unmarked(), "2", "100", 25));

        assertThat(story.awaiting().id()).isEqualTo(before);
        assertThat(story.open(BTC_SHORT).id()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("a life that ended meanwhile is confirmed by the record of the new kind, whatever id and margin mode that has")
    void recordOfTheNewKind() {
        var story = converted().snapshot(30);
        var trade = story.awaiting();

        story.record(record(ISOLATED, recordOnly("900"), 25, "2", "100", "110", "20", "-0.1", "-0.1", "0"));

        assertThat(story.facts()).containsExactly("SlotChanged", "TradeConfirmed");
        var confirmed = story.confirmed().getFirst();
        assertThat(confirmed.id()).isEqualTo(trade.id());
        assertThat(confirmed.slot()).isEqualTo(ISOLATED);
        assertThat(confirmed.result().net()).isEqualByComparingTo("19.8");
        assertThat(story.book().awaiting()).isEmpty();
    }

    @Test
    @DisplayName("a life that had ended before, and waits, is confirmed by the record of the new kind too")
    void waitingLife() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(15).converted(20).reconnected()
                .snapshot(30);
        assertThat(story.book().awaiting().getFirst().row().life().idScope()).isEqualTo(IdScope.FORMER);

        story.record(record(BTC_LONG, recordOnly("900"), 15, "2", "100", "110"));

        assertThat(story.facts()).containsExactly("TradeConfirmed");
    }

    @Test
    @DisplayName("the record of a trade that is confirmed already is no news under its new id")
    void sameRecordUnderAnotherId() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(15)
                .record(record(BTC_LONG, life("7", 10), 14, "2", "100", "110")).converted(20).reconnected().snapshot(30);
        var before = story.book();

        story.record(record(ISOLATED, recordOnly("900"), 14, "2", "100", "110"));

        assertThat(story.changes()).isEmpty();
        assertThat(story.book()).isEqualTo(before);
    }
}
