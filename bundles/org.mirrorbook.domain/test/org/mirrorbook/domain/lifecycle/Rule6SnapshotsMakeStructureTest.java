package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.USDT;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.closes;
import static org.mirrorbook.domain.lifecycle.Given.dec;
import static org.mirrorbook.domain.lifecycle.Given.fill;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.oneWay;
import static org.mirrorbook.domain.lifecycle.Given.opens;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing.Detail;
import org.mirrorbook.domain.lifecycle.JournalChange.ExecutionExplained;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledIn;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledOut;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Fill;

/** Sizes follow rows; what was inferred is replaced by the fills that add up to it. Long, since each way fills may come has its story. */
@DisplayName("Rule 6: snapshots make structure, fills explain it")
class Rule6SnapshotsMakeStructureTest {

    private static List<String> fillIds(Trade trade) {
        return trade.executions().stream().flatMap(step -> step.fillId().stream()).toList();
    }

    @Test
    @DisplayName("a fill alone opens nothing")
    void fillAloneOpensNothing() {
        var story = Story.flat().fill(opens(BTC_LONG, "1", "2", "100", 10));

        assertThat(story.changes()).isEmpty();
        assertThat(story.isFlat(BTC_LONG)).isTrue();
    }

    @Test
    @DisplayName("a fill that came first explains the opening")
    void fillFirst() {
        var story = Story.flat().fill(opens(BTC_LONG, "1", "2", "100", 10)).snapshot(10.1, row(BTC_LONG, life("7", 10), "2", "100", 10));

        var step = story.open(BTC_LONG).executions().getFirst();
        assertThat(step.kind()).isEqualTo(ExecutionKind.OPEN);
        assertThat(step.inferred()).isFalse();
        assertThat(step.fillId()).contains("1");
        assertThat(story.book().loose()).isEmpty();
    }

    @Test
    @DisplayName("fills that come later replace what was inferred")
    void fillLater() {
        var story = Story.flat().snapshot(10.1, row(BTC_LONG, life("7", 10), "2", "100", 10));
        assertThat(story.open(BTC_LONG).executions().getFirst().inferred()).isTrue();

        story.fill(opens(BTC_LONG, "1", "1.5", "100", 10));
        assertThat(story.changes()).as("1.5 is not 2").isEmpty();
        story.fill(opens(BTC_LONG, "2", "0.5", "100", 10.002));

        assertThat(story.facts()).containsExactly("ExecutionExplained");
        assertThat(story.only(ExecutionExplained.class).fills()).hasSize(2);
        assertThat(story.open(BTC_LONG).executions()).extracting(Execution::kind).containsExactly(ExecutionKind.OPEN, ExecutionKind.ADD);
    }

    @Test
    @DisplayName("a growth is inferred with the price that the averages leave")
    void inferredGrowth() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).booked("0", "-0.1", "0"));

        story.snapshot(20, row(BTC_LONG, life("7", 10), "3", "102", 20).booked("0", "-0.2", "0"));

        var in = story.only(ScaledIn.class);
        assertThat(in.quantity()).isEqualByComparingTo("1");
        // (102 * 3 - 100 * 2) / 1 = 106
        assertThat(in.price().orElseThrow()).isEqualByComparingTo("106");
        assertThat(in.inferred()).isTrue();
    }

    @Test
    @DisplayName("a reduction is inferred with the price that its profit tells")
    void inferredReduction() {
        var story = Story.flat().snapshot(10, row(BTC_SHORT, life("7", 10), "4", "100", 10).booked("0", "-0.1", "0"));

        story.snapshot(20, row(BTC_SHORT, life("7", 10), "3", "100", 20).booked("5", "-0.2", "0"));

        var out = story.only(ScaledOut.class);
        assertThat(out.quantity()).isEqualByComparingTo("1");
        // a short earns when the price falls: 100 - 5 / 1 = 95
        assertThat(out.price().orElseThrow()).isEqualByComparingTo("95");
        assertThat(story.open(BTC_SHORT).executions().getLast().pnl().orElseThrow()).isEqualByComparingTo("5");
        assertThat(story.open(BTC_SHORT).result().realised()).isEqualByComparingTo("5");
    }

    @Test
    @DisplayName("an addition and a reduction between two snapshots are two executions when the fills are known")
    void bothBetweenSnapshots() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                .fill(opens(BTC_LONG, "2", "3", "101", 15)).fill(closes(BTC_LONG, "3", "1", "102", "1.4", 16));

        story.snapshot(20, row(BTC_LONG, life("7", 10), "4", "100.6", 16));

        assertThat(story.facts()).containsExactly("ScaledIn", "ScaledOut");
        assertThat(story.only(ScaledIn.class).quantity()).isEqualByComparingTo("3");
        assertThat(story.only(ScaledOut.class).quantity()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("fills that cancel out between two snapshots of one size are executions too")
    void cancellingFills() {
        var story = Story.flat().fill(opens(BTC_LONG, "1", "2", "100", 10)).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                .fill(opens(BTC_LONG, "2", "1", "103", 15)).fill(closes(BTC_LONG, "3", "1", "104", "3", 16));

        story.snapshot(20, row(BTC_LONG, life("7", 10), "2", "101", 16));

        assertThat(story.facts()).contains("ScaledIn", "ScaledOut");
        assertThat(story.open(BTC_LONG).executions()).hasSize(3);
    }

    @Test
    @DisplayName("a fill that is seen again, from the stream or from history, is no news")
    void fillTwice() {
        var fill = opens(BTC_LONG, "1", "2", "100", 10);
        var story = Story.flat().fill(fill).snapshot(10.1, row(BTC_LONG, life("7", 10), "2", "100", 10));
        var before = story.book();

        story.fill(fill);

        assertThat(story.book()).isEqualTo(before);
    }

    @Test
    @DisplayName("one fill of a flip closes one life and opens the next: profit stays with the close, fees are shared exactly")
    void flipFill() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).booked("0", "-0.12", "0"))
                .fill(oneWay(BTC_LONG, "5", false, "5", "110", "20", "-0.33", 20));

        story.snapshot(20.1, row(BTC_SHORT, life("8", 20), "3", "110", 20));

        assertThat(story.facts()).containsExactly("TradeClosed", "DetailsMissing", "TradeOpened", "CostBooked");
        assertThat(story.only(TradeClosed.class).basis()).isEqualTo(Exit.Basis.FILLS);
        var close = story.awaiting().executions().getLast();
        var open = story.open(BTC_SHORT).executions().getFirst();
        assertThat(List.of(close.fillId(), open.fillId())).containsOnly(Optional.of("5"));
        assertThat(close.quantity()).isEqualByComparingTo("2");
        assertThat(open.quantity()).isEqualByComparingTo("3");
        assertThat(close.pnl().orElseThrow()).isEqualByComparingTo("20");
        assertThat(open.pnl()).isEmpty();
        // -0.33 * 2 / 5 = -0.132 and -0.33 - -0.132 = -0.198
        assertThat(close.fees()).containsExactly(new Money(dec("-0.132"), "USDT"));
        assertThat(open.fees()).containsExactly(new Money(dec("-0.198"), "USDT"));
    }

    @Test
    @DisplayName("the fill of a flip may come after the snapshot")
    void lateFlipFill() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10).mark("108"))
                .snapshot(20.1, row(BTC_SHORT, life("8", 20), "3", "110", 20));

        story.fill(opens(BTC_LONG, "1", "2", "100", 10)).fill(oneWay(BTC_LONG, "5", false, "5", "110", "20", "-0.33", 20));

        assertThat(story.facts()).containsExactly("ExecutionExplained", "ExecutionExplained", "CostBooked");
        assertThat(story.awaiting().exit().orElseThrow().price().orElseThrow()).isEqualByComparingTo("110");
        assertThat(story.awaiting().executions().getLast().pnl().orElseThrow()).isEqualByComparingTo("20");
        assertThat(story.open(BTC_SHORT).executions().getFirst().inferred()).isFalse();
        assertThat(story.book().loose()).isEmpty();
    }

    @Test
    @DisplayName("the fill of a flip closes the life that ended by it, not one that ended long before")
    void flipOfALaterLife() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .record(record(BTC_LONG, life("7", 10), 20, "2", "100", "105"))
                .snapshot(60, row(BTC_LONG, life("8", 60), "2", "100", 60))
                .snapshot(100.1, row(BTC_SHORT, life("9", 100), "3", "110", 100));

        story.fill(oneWay(BTC_LONG, "5", false, "5", "110", "20", "-0.33", 100));

        assertThat(story.awaiting().executions().getLast().fillId()).contains("5");
        assertThat(story.book().recent().getFirst().trade().executions().getLast().fillId()).as("it ended 80 seconds before that fill")
                .isEmpty();
    }

    @Test
    @DisplayName("a fill of the step before a flip is not taken for the flip while its fellows are missing")
    void fillOfTheStepBeforeAFlip() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "7", "100", 10))
                .fill(oneWay(BTC_LONG, "1", true, "7", "100", "0", "-0.7", 10))
                .snapshot(20.04, row(BTC_LONG, life("7", 10), "2", "100", 20))
                .snapshot(20.14, row(BTC_SHORT, life("8", 20.1), "2", "95", 20.1));

        // 5 were sold in pieces of 1 and 4 at 20, and 4 a tenth of a second later, of which 2 closed and 2 opened the other side;
        // the first piece comes last
        story.fill(oneWay(BTC_LONG, "3", false, "4", "105", "20", "-0.4", 20))
                .fill(oneWay(BTC_LONG, "4", false, "4", "95", "-10", "-0.4", 20.1))
                .fill(oneWay(BTC_LONG, "2", false, "1", "110", "10", "-0.1", 19.998));

        assertThat(fillIds(story.awaiting())).containsExactly("1", "2", "3", "4");
        assertThat(fillIds(story.open(BTC_SHORT))).containsExactly("4");
        assertThat(story.awaiting().executions()).noneMatch(Execution::inferred);
    }

    @Test
    @DisplayName("a fill that only opened the other side is not taken for a flip")
    void notAFlip() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                .snapshot(20.1, row(BTC_SHORT, life("8", 20), "3", "110", 20));

        story.fill(oneWay(BTC_LONG, "6", false, "3", "110", "0", "-0.3", 20));

        assertThat(story.awaiting().executions().getLast().inferred()).as("3 is not 2, and not 2 + 3").isTrue();
        assertThat(story.open(BTC_SHORT).executions().getFirst().fillId()).contains("6");
    }

    @Test
    @DisplayName("a life found open asks for its fills and is explained by them")
    void foundOpen() {
        var story = Story.unseen().snapshot(100, row(BTC_LONG, life("7", 10), "2", "101", 60).booked("1", "-0.3", "0"));
        assertThat(story.only(DetailsMissing.class).detail()).isEqualTo(Detail.FILLS);
        assertThat(story.only(DetailsMissing.class).since()).isEqualTo(at(10));

        story.fill(opens(BTC_LONG, "1", "2", "100", 10)).fill(opens(BTC_LONG, "2", "1", "103", 30))
                .fill(closes(BTC_LONG, "3", "1", "102", "1", 60));

        assertThat(story.open(BTC_LONG).executions()).extracting(step -> step.fillId().orElse("inferred")).containsExactly("1", "2", "3");
    }

    @Test
    @DisplayName("the same fills in another order make the same trade")
    void anyOrder() {
        var fills = List.of(opens(BTC_LONG, "1", "2", "100", 10), opens(BTC_LONG, "2", "1", "103", 30), closes(BTC_LONG, "3", "1", "102",
                "1", 60));
        var opened = row(BTC_LONG, life("7", 10), "2", "101", 60).booked("1", "-0.3", "0");
        var forward = Story.unseen().snapshot(100, opened);
        var backward = Story.unseen().snapshot(100, opened);

        fills.forEach(forward::fill);
        fills.reversed().forEach(backward::fill);

        assertThat(backward.open(BTC_LONG)).isEqualTo(forward.open(BTC_LONG));
    }

    @Test
    @DisplayName("fills of a confirmed trade explain its executions and leave its figures alone")
    void fillsAfterTheRecord() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105", "10", "-0.1", "-0.1", "0"));
        var result = story.confirmed().getFirst().result();

        story.fill(opens(BTC_LONG, "1", "2", "100", 10)).fill(closes(BTC_LONG, "2", "2", "105", "10", 19.9));

        assertThat(story.confirmed().getFirst().executions()).noneMatch(Execution::inferred);
        assertThat(story.confirmed().getFirst().result()).isEqualTo(result);
    }

    @Test
    @DisplayName("what a record tells and no snapshot showed is inferred, until the fills come")
    void unseenRoundTrip() {
        var story = Story.flat().fill(opens(BTC_LONG, "1", "2", "100", 10)).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                .snapshot(20);
        story.record(record(BTC_LONG, life("7", 10), 19.9, "3", "101", "105", "12", "-0.1", "-0.1", "0"));
        // the record speaks of 3, snapshots showed 2: 1 was added and taken off unseen
        assertThat(story.confirmed().getFirst().executions()).extracting(Execution::kind)
                .containsExactly(ExecutionKind.OPEN, ExecutionKind.ADD, ExecutionKind.REDUCE, ExecutionKind.CLOSE);

        story.fill(opens(BTC_LONG, "2", "1", "103", 14)).fill(closes(BTC_LONG, "3", "1", "104", "2.7", 15))
                .fill(closes(BTC_LONG, "4", "2", "105", "9.3", 19.9));

        assertThat(story.confirmed().getFirst().executions()).extracting(step -> step.fillId().orElse("inferred"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    @DisplayName("fees in another coin are kept beside the trade, summed by coin")
    void otherCoins() {
        var bgb = new Fill(USDT, "BTCUSDT", "1", "o1", true, Optional.of(Fill.Effect.OPEN), dec("2"), dec("100"), dec("0"),
                List.of(new Money(dec("-0.01"), "BGB")), at(10));
        var more = new Fill(USDT, "BTCUSDT", "2", "o2", true, Optional.of(Fill.Effect.OPEN), dec("1"), dec("100"), dec("0"),
                List.of(new Money(dec("-0.02"), "BGB")), at(11));
        var story = Story.flat().fill(bgb).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).fill(more)
                .snapshot(11, row(BTC_LONG, life("7", 10), "3", "100", 11));

        assertThat(story.open(BTC_LONG).result().otherFees()).containsExactly(new Money(dec("-0.03"), "BGB"));
        assertThat(story.open(BTC_LONG).result().fees()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("where rows tell no fees, those of the fills are booked")
    void feesOfFills() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

        story.fill(fill(BTC_LONG, "1", Fill.Effect.OPEN, "2", "100", "0", "-0.12", 10));

        assertThat(story.facts()).containsExactly("ExecutionExplained", "CostBooked");
        assertThat(story.open(BTC_LONG).result().fees()).isEqualByComparingTo("-0.12");
    }
}
