package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.dec;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeCorrected;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeCorrected.Figure;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

@DisplayName("Rule 13: corrections")
class Rule13CorrectionsTest {

    private static final ClosingRecord TOLD = record(BTC_LONG, life("7", 10), 20, "2", "100", "110", "20", "-0.1", "-0.1", "0");
    /** The venue has booked 41 less since, and another fee. */
    private static final ClosingRecord RIGHT = record(BTC_LONG, life("7", 10), 20, "2", "100", "89.5", "-21", "-0.1", "-0.2", "0.5");

    private static Story confirmed() {
        return Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20).record(TOLD);
    }

    private static Trade trade(Story story) {
        return story.confirmed().getFirst();
    }

    @Test
    @DisplayName("the trade gets the record's figures, says that it was corrected, and each figure that changed is told with both values")
    void figures() {
        var story = confirmed();
        var before = trade(story);

        story.correct(before, RIGHT, 100);

        var after = trade(story);
        assertThat(after.standing()).isEqualTo(Standing.CORRECTED);
        assertThat(after.certainty()).isEqualTo(Certainty.CONFIRMED);
        assertThat(after.status()).isEqualTo(TradeStatus.LOSS);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.exit().orElseThrow().price()).contains(dec("89.5"));
        assertThat(after.result().closeFee()).contains(dec("-0.2"));
        // before: 20 - 0.2 = 19.8; after: -21 - 0.3 + 0.5 = -20.8
        assertThat(story.only(TradeCorrected.class)).isEqualTo(new TradeCorrected(before.id(), at(100), List.of(
                figure("exitPrice", "110", "89.5"), figure("totalPnl", "20", "-21"), figure("fees", "-0.2", "-0.3"),
                figure("funding", "0", "0.5"), figure("netPnl", "19.8", "-20.8")), Optional.of(RIGHT)));
        assertThat(story.facts()).containsExactly("TradeCorrected");

        story.correct(after, RIGHT, 101);
        assertThat(story.changes()).isEmpty();
    }

    private static Figure figure(String name, String before, String after) {
        return new Figure(name, Optional.of(dec(before)), Optional.of(dec(after)));
    }

    @Test
    @DisplayName("a trade that only the journal has any more is put right as well")
    void carried() {
        var story = confirmed();
        var old = trade(story);

        story.restartedLongAfter().correct(old, RIGHT, 9000);

        assertThat(story.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.result().net()).isEqualByComparingTo("-20.8");
            assertThat(trade.status()).isEqualTo(TradeStatus.LOSS);
        });
        assertThat(story.book().claimed()).containsKey(RIGHT.key());
        assertThat(Laws.allTrades(story.book())).isEmpty();
    }

    @Test
    @DisplayName("one that waited for its record is confirmed by it, and announced as such")
    void unconfirmed() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);
        story.overdue(story.awaiting());

        story.correct(story.awaiting(), RIGHT, 100);

        assertThat(story.facts()).containsExactly("TradeConfirmed", "TradeCorrected");
        assertThat(story.book().awaiting()).isEmpty();
        assertThat(trade(story).certainty()).isEqualTo(Certainty.CONFIRMED);
        story.record(RIGHT);
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("another record than the one that was claimed takes its place, and the former one is free again")
    void otherRecord() {
        var other = record(BTC_LONG, life("9", 10), 25, "3", "100", "110", "30", "-0.1", "-0.1", "0");
        var story = confirmed();

        story.correct(trade(story), other, 100);

        assertThat(story.book().claimed()).containsOnlyKeys(other.key());
        assertThat(trade(story).terms().quantity()).isEqualByComparingTo("3");
        assertThat(trade(story).grown()).isEqualByComparingTo("3");
        assertThat(trade(story).exit().orElseThrow().closedAt()).isEqualTo(at(25));
    }

    @Test
    @DisplayName("a smaller life than the journal believed has the record's quantity and no step too many")
    void smaller() {
        var story = confirmed();

        story.correct(trade(story), record(BTC_LONG, life("7", 10), 20, "1", "100", "110", "10", "0", "0", "0"), 100);

        assertThat(trade(story).grown()).isEqualByComparingTo("1");
        assertThat(trade(story).executions()).hasSize(2);
    }

    @Test
    @DisplayName("a record that another trade has claimed is not given away")
    void claimedByAnother() {
        var story = confirmed().record(record(BTC_LONG, life("8", 30), 40, "1", "100", "110"));
        var second = story.confirmed().getLast();

        story.correct(second, TOLD, 100);

        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("a position that the journal has as open and the venue's history ends is closed and confirmed")
    void open() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));

        story.correct(story.open(BTC_LONG), TOLD, 100);

        assertThat(story.facts()).containsExactly("TradeClosed", "TradeConfirmed");
        assertThat(story.isFlat(BTC_LONG)).isTrue();
    }

    @Test
    @DisplayName("a withdrawn trade is in no part of the book, and its status is as it was; to withdraw it again is no news")
    void withdrawal() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);
        var waiting = story.awaiting();
        story.withdraw(waiting, 700);
        assertThat(story.only(TradeCorrected.class)).isEqualTo(new TradeCorrected(waiting.id(), at(700), List.of(), Optional.empty()));
        assertThat(Laws.allTrades(story.book())).isEmpty();
        assertThat(story.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.standing()).isEqualTo(Standing.WITHDRAWN);
            assertThat(trade.status()).isEqualTo(waiting.status());
        });

        var confirmed = confirmed();
        var trade = trade(confirmed);
        confirmed.withdraw(trade, 700);
        assertThat(confirmed.confirmed()).isEmpty();
        assertThat(confirmed.book().claimed()).isEmpty();
        confirmed.withdraw(trade.with(Standing.WITHDRAWN), 701);
        assertThat(confirmed.changes()).isEmpty();
    }

    @Test
    @DisplayName("when the venue tells the record of a withdrawn trade after all, the life is entered again under the same id")
    void cameAfterAll() {
        var story = confirmed();
        var trade = trade(story);

        story.withdraw(trade, 700).record(TOLD);

        assertThat(story.facts()).containsExactly("TradeOpened", "TradeClosed", "TradeConfirmed", "DetailsMissing");
        assertThat(trade(story).id()).isEqualTo(trade.id());
        assertThat(trade(story).standing()).isEqualTo(Standing.REPORTED);
    }

    @Test
    @DisplayName("a trade is confirmed once, and once more only after it was withdrawn in between, "
            + "which takes back all that was told of it")
    void confirmedOnce() {
        var story = confirmed();
        var trade = trade(story);

        assertThat(story.record(TOLD).facts()).as("the same record again").isEmpty();
        assertThat(story.correct(trade, TOLD, 650).facts()).isEmpty();
        story.withdraw(trade, 700);
        assertThat(story.facts()).containsExactly("TradeCorrected");
        story.record(TOLD);
        assertThat(story.facts()).filteredOn("TradeConfirmed"::equals).hasSize(1);
        assertThat(story.facts()).as("who forgot it at the withdrawal is told of it from its opening on").startsWith("TradeOpened");
        assertThat(story.record(TOLD).facts()).isEmpty();
        assertThat(story.correct(trade(story), TOLD, 750).facts()).isEmpty();
    }

    @Test
    @DisplayName("what ended before the account was first mirrored is entered when the user wants it, once")
    void entry() {
        var early = record(BTC_LONG, life("3", -900), -600, "2", "100", "110", "20", "-0.1", "-0.1", "0");
        var story = Story.flat().record(early);
        assertThat(story.changes()).isEmpty();

        story.enter(early, 100);
        assertThat(story.facts()).containsExactly("TradeOpened", "TradeClosed", "TradeConfirmed", "DetailsMissing");
        assertThat(trade(story).found()).isTrue();
        assertThat(trade(story).openedAt()).isEqualTo(at(-900));

        story.enter(early, 101).record(early);
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("a record that the journal missed is entered as if it had come")
    void missedRecord() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20).enter(TOLD, 900);

        assertThat(story.facts()).containsExactly("TradeConfirmed");
        assertThat(story.book().awaiting()).isEmpty();
    }

    @Test
    @DisplayName("a correction that is taken back gives the former figures again, keeps the record's claim, and is told as one")
    void takenBack() {
        var story = confirmed();
        var before = trade(story);
        story.correct(before, RIGHT, 100);

        story.takeBack(trade(story), before, 101);

        assertThat(trade(story)).isEqualTo(before);
        assertThat(story.only(TradeCorrected.class)).isEqualTo(new TradeCorrected(before.id(), at(101), List.of(
                figure("exitPrice", "89.5", "110"), figure("totalPnl", "-21", "20"), figure("fees", "-0.3", "-0.2"),
                figure("funding", "0.5", "0"), figure("netPnl", "-20.8", "19.8")), Optional.empty()));
        assertThat(story.book().claimed()).as("the record makes no second life").containsOnlyKeys(RIGHT.key());

        story.takeBack(trade(story), before, 102).record(RIGHT);
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("what was planned since a correction stays when it is taken back, also of a trade that only the journal has any more")
    void takenBackLater() {
        var story = confirmed();
        var before = trade(story);
        story.correct(before, RIGHT, 100).restartedLongAfter();
        var planned = before.with(Standing.CORRECTED).with(before.risk().with(ProtectionKind.STOP_LOSS,
                new ProtectionMove(at(200), ProtectionSource.PLANNED, Optional.of(dec("95")))));

        story.takeBack(planned, before, 9000);

        assertThat(story.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.result()).isEqualTo(before.result());
            assertThat(trade.standing()).isEqualTo(Standing.REPORTED);
            assertThat(trade.risk()).isEqualTo(planned.risk());
        });
    }

    @Test
    @DisplayName("a trade that became final by its correction stays final: a confirmed trade is never revoked")
    void finalStays() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);
        story.overdue(story.awaiting());
        var waiting = story.awaiting();
        story.correct(waiting, RIGHT, 100);

        story.takeBack(trade(story), waiting, 101);

        assertThat(story.changes()).isEmpty();
        assertThat(trade(story).certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    @Test
    @DisplayName("a withdrawn trade counts again when that is taken back, and the change tells its net as new")
    void countsAgain() {
        var story = confirmed();
        var before = trade(story);
        story.withdraw(before, 700);

        story.takeBack(before.with(Standing.WITHDRAWN), before, 701);

        assertThat(story.trades()).containsExactly(before);
        assertThat(story.only(TradeCorrected.class)).isEqualTo(new TradeCorrected(before.id(), at(701),
                List.of(new Figure("netPnl", Optional.empty(), Optional.of(dec("19.8")))), Optional.empty()));
    }
}
