package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.COIN;
import static org.mirrorbook.domain.lifecycle.Given.COIN_LONG;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.dec;
import static org.mirrorbook.domain.lifecycle.Given.fill;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.JournalChange.CostBooked;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;

/** Open figures are the row's, confirmed ones the record's, and what lies between says what it rests on. */
@DisplayName("Rule 7: figures")
class Rule7FiguresTest {

    @Test
    @DisplayName("while open, entry, size, leverage, margin and costs are those of the row")
    void openFigures() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).margin("20", "10").unrealised("3")
                .booked("0", "-0.12", "0"));
        assertThat(story.facts()).containsExactly("TradeOpened", "CostBooked");

        story.snapshot(20, row(BTC_LONG, life("7", 10), "3", "102", 20).margin("10", "30.6").unrealised("1").booked("0", "-0.2", "-0.05"));

        var trade = story.open(BTC_LONG);
        assertThat(trade.terms().plannedEntry()).as("the first entry stays the plan").isEqualByComparingTo("100");
        assertThat(trade.terms().effectiveEntry()).isEqualByComparingTo("102");
        assertThat(trade.terms().quantity()).isEqualByComparingTo("3");
        assertThat(trade.terms().leverage().orElseThrow()).isEqualByComparingTo("10");
        assertThat(trade.terms().margin().orElseThrow()).isEqualByComparingTo("30.6");
        assertThat(story.facts()).containsExactly("ScaledIn", "TermsChanged", "CostBooked", "CostBooked");
        // 1 - 0.2 - 0.05
        assertThat(trade.result().net()).isEqualByComparingTo("0.75");
    }

    @Test
    @DisplayName("a cost is booked as its step and its total")
    void costs() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).booked("0", "-0.12", "-0.01"));

        story.snapshot(20, row(BTC_LONG, life("7", 10), "2", "100", 20).booked("0", "-0.12", "-0.05"));

        var cost = story.only(CostBooked.class);
        assertThat(cost.kind()).isEqualTo(CostBooked.Kind.FUNDING);
        // -0.05 - -0.01
        assertThat(cost.amount()).isEqualTo(new Money(dec("-0.04"), "USDT"));
        assertThat(cost.total()).isEqualTo(new Money(dec("-0.05"), "USDT"));
    }

    @Test
    @DisplayName("when only the mark moved the trade is newer, and nothing happened")
    void onlyTheMark() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).mark("100").unrealised("0"));

        story.snapshot(20, row(BTC_LONG, life("7", 10), "2", "100", 10).mark("101").unrealised("2"));

        assertThat(story.changes()).isEmpty();
        assertThat(story.open(BTC_LONG).result().unrealised().orElseThrow()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("a provisional exit is the average of the closing fills")
    void exitOfFills() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "4", "100", 10).mark("101").booked("0", "-0.2", "0"))
                .fill(fill(BTC_LONG, "2", Fill.Effect.CLOSE, "1", "110", "10", "-0.05", 19))
                .fill(fill(BTC_LONG, "3", Fill.Effect.CLOSE, "3", "106", "18", "-0.15", 19.5));

        story.snapshot(20);

        var exit = story.awaiting().exit().orElseThrow();
        assertThat(exit.basis()).isEqualTo(Exit.Basis.FILLS);
        // (110 * 1 + 106 * 3) / 4 = 107
        assertThat(exit.price().orElseThrow()).isEqualByComparingTo("107");
        // 10 + 18 - 0.2 - 0.05 - 0.15 = 27.6
        assertThat(story.awaiting().result().net()).isEqualByComparingTo("27.6");
        assertThat(story.awaiting().status()).isEqualTo(TradeStatus.WIN);
        assertThat(story.awaiting().terms().quantity()).isEqualByComparingTo("4");
    }

    @Test
    @DisplayName("without fills it is the mark, and says so; fills that come later replace it")
    void exitAtMark() {
        var story = Story.flat().snapshot(10, row(BTC_SHORT, life("7", 10), "2", "100", 10).mark("103").booked("0", "-0.2", "-0.1"))
                .snapshot(20);
        assertThat(story.awaiting().exit().orElseThrow().basis()).isEqualTo(Exit.Basis.MARK);
        // a short loses: (103 - 100) * 2 * -1 - 0.2 - 0.1 = -6.3
        assertThat(story.awaiting().result().net()).isEqualByComparingTo("-6.3");
        assertThat(story.awaiting().status()).isEqualTo(TradeStatus.LOSS);

        story.fill(fill(BTC_SHORT, "2", Fill.Effect.CLOSE, "2", "99", "2", "-0.2", 19.9));

        assertThat(story.awaiting().exit().orElseThrow().basis()).isEqualTo(Exit.Basis.FILLS);
        // 2 - 0.2 - 0.1 - 0.2 = 1.5
        assertThat(story.awaiting().result().net()).isEqualByComparingTo("1.5");
        assertThat(story.awaiting().status()).isEqualTo(TradeStatus.WIN);
    }

    @Test
    @DisplayName("without a mark nothing is made up")
    void exitUnknown() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).booked("1", "-0.2", "0")).snapshot(20);

        assertThat(story.awaiting().exit().orElseThrow().basis()).isEqualTo(Exit.Basis.UNKNOWN);
        assertThat(story.awaiting().exit().orElseThrow().price()).isEmpty();
        assertThat(story.awaiting().result().realised()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("a coin-margined close at the mark takes the profit that the venue computed")
    void inverseAtMark() {
        var story = Story.unseen().snapshot(COIN, 1)
                .snapshot(COIN, 10, row(COIN_LONG, life("7", 10), "2", "50000", 10).mark("51000").unrealised("0.04").booked("0", "-0.001",
                "0"))
                .snapshot(COIN, 20);

        // 0.04 - 0.001, in the coin
        assertThat(story.awaiting().result().net()).isEqualByComparingTo("0.039");
        assertThat(story.only(TradeClosed.class).net().currency()).isEqualTo("BTC");
    }

    @Test
    @DisplayName("once confirmed the figures are those of the record, digit by digit")
    void confirmedFigures() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100.123", 10).booked("0", "-0.12", "0")).snapshot(20);

        story.record(new ClosingRecord(BTC_LONG, life("7", 10), at(19.9), dec("100.12345678"), dec("105.87654321"), dec("2"), dec("2"),
                dec("11.50617286"), dec("-0.12014815"), dec("-0.12705185"), dec("-0.03"), Optional.of(dec("11.22897287"))));

        var trade = story.confirmed().getFirst();
        assertThat(trade.terms().plannedEntry()).isEqualTo(dec("100.123"));
        assertThat(trade.terms().effectiveEntry()).isEqualTo(dec("100.12345678"));
        assertThat(trade.exit().orElseThrow().price()).contains(dec("105.87654321"));
        assertThat(trade.exit().orElseThrow().basis()).isEqualTo(Exit.Basis.RECORD);
        assertThat(trade.result().realised()).isEqualTo(dec("11.50617286"));
        assertThat(trade.result().openFee()).contains(dec("-0.12014815"));
        assertThat(trade.result().closeFee()).contains(dec("-0.12705185"));
        assertThat(trade.result().funding()).isEqualTo(dec("-0.03"));
        // 11.50617286 - 0.12014815 - 0.12705185 - 0.03 = 11.22897286; the venue says 1e-8 more, and both are kept
        assertThat(trade.result().net()).isEqualTo(dec("11.22897286"));
        assertThat(trade.result().reportedNet()).contains(dec("11.22897287"));
        assertThat(trade.status()).isEqualTo(TradeStatus.WIN);
    }

    @Test
    @DisplayName("the outcome is that of the net: a gross win can be a loss")
    void netDecides() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);

        story.record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "100.1", "0.2", "-0.12", "-0.12", "0"));

        // 0.2 - 0.24 = -0.04
        assertThat(story.confirmed().getFirst().status()).isEqualTo(TradeStatus.LOSS);
    }

    @Test
    @DisplayName("an inferred last step gets the price and profit that the record leaves for it")
    void inferredExitFromTheRecord() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "4", "100", 10).booked("0", "0", "0"))
                .snapshot(15, row(BTC_LONG, life("7", 10), "3", "100", 15).booked("6", "0", "0")).snapshot(20);

        story.record(record(BTC_LONG, life("7", 10), 19.9, "4", "100", "109", "36", "0", "0", "0"));

        var last = story.confirmed().getFirst().executions().getLast();
        // (109 * 4 - 106 * 1) / 3 = 110 and 36 - 6 = 30
        assertThat(last.price().orElseThrow()).isEqualByComparingTo("110");
        assertThat(last.pnl().orElseThrow()).isEqualByComparingTo("30");
        assertThat(last.inferred()).isTrue();
    }

    @Test
    @DisplayName("word by word: a figure that is absent is as it was; one that is zero is zero")
    void absentIsNotZero() {
        var story = Story.flat()
                .seen(10, row(BTC_LONG, unmarked(), "2", "100", 10).margin("20", "10").mark("101").booked("3", "-0.3", "-0.02"));

        story.seen(20, row(BTC_LONG, unmarked(), "2", "100", 20));

        assertThat(story.changes()).isEmpty();
        var trade = story.open(BTC_LONG);
        assertThat(trade.terms().leverage().orElseThrow()).isEqualByComparingTo("20");
        assertThat(trade.result().realised()).isEqualByComparingTo("3");
        assertThat(trade.result().funding()).isEqualByComparingTo("-0.02");

        story.seen(30, row(BTC_LONG, unmarked(), "2", "100", 30).booked("3", "-0.3", "0"));
        assertThat(story.open(BTC_LONG).result().funding()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("word by word: figures of a life that ended do not go over to the next")
    void absentInANewLife() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "2", "100", 10).booked("3", "-0.3", "-0.02")).gone(20, BTC_LONG);

        story.seen(30, row(BTC_LONG, unmarked(), "2", "100", 30));

        assertThat(story.open(BTC_LONG).result().fees()).isEqualByComparingTo("0");
        assertThat(story.open(BTC_LONG).result().realised()).isEqualByComparingTo("0");
    }
}
