package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.ETH_LONG;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;

/** What ended before the mirror began is not entered; what ended while it was off is found. */
@DisplayName("Rule 9: beginning")
class Rule9BeginningTest {

    @Test
    @DisplayName("a record from before the account was first mirrored is not entered")
    void beforeTheBeginning() {
        var story = Story.flat();

        story.record(record(BTC_LONG, life("5", -50), -10, "2", "100", "105"));

        assertThat(story.changes()).isEmpty();
        assertThat(story.confirmed()).isEmpty();
    }

    @Test
    @DisplayName("a life that is open at first sight is entered, whenever it began")
    void openAtFirstSight() {
        var story = Story.unseen().snapshot(5, row(BTC_LONG, life("5", -5000), "2", "100", -100));

        assertThat(story.facts()).containsExactly("TradeOpened", "DetailsMissing");
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(-5000));
        assertThat(story.open(BTC_LONG).found()).isFalse();
    }

    @Test
    @DisplayName("a life that ended while the mirror was off is closed by the first snapshot and marked as found")
    void endedWhileOff() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).restarted();

        story.snapshot(5000);
        assertThat(story.awaiting().found()).isTrue();
        assertThat(story.only(TradeClosed.class).found()).isTrue();
        story.record(record(BTC_LONG, life("7", 10), 600, "2", "100", "105"));

        assertThat(story.confirmed().getFirst().found()).isTrue();
        assertThat(story.confirmed().getFirst().exit().orElseThrow().closedAt()).isEqualTo(at(600));
    }

    @Test
    @DisplayName("one that ends while the mirror listens is not")
    void endedWhileOn() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);

        assertThat(story.awaiting().found()).isFalse();
    }

    @Test
    @DisplayName("a life that began and ended unseen is entered from its record, marked as found, and asks for its fills")
    void livedUnseen() {
        var story = Story.flat();

        story.record(record(BTC_LONG, life("7", 100), 200, "2", "100", "105", "10", "-0.1", "-0.1", "-0.02"));

        assertThat(story.facts()).containsExactly("TradeOpened", "TradeClosed", "TradeConfirmed", "DetailsMissing");
        var trade = story.confirmed().getFirst();
        assertThat(trade.found()).isTrue();
        assertThat(trade.openedAt()).isEqualTo(at(100));
        assertThat(trade.fingerprint().value()).startsWith("live|bitget|7|BTCUSDT|");
        assertThat(trade.executions()).hasSize(2).allMatch(Execution::inferred);
        assertThat(trade.executions()).extracting(step -> step.price().orElseThrow().toPlainString()).containsExactly("100", "105");
        // 10 - 0.1 - 0.1 - 0.02
        assertThat(trade.result().net()).isEqualByComparingTo("9.78");
        assertThat(story.only(DetailsMissing.class).since()).isEqualTo(at(100));
    }

    @Test
    @DisplayName("a found life whose start is not known does not begin before the last close of its slot")
    void foundStart() {
        var story = Story.flat().record(record(ETH_LONG, unmarked(), 100, "2", "10", "11")).record(record(ETH_LONG, unmarked(), 200, "3",
                "12", "13"));

        assertThat(story.confirmed()).extracting(Trade::openedAt).containsExactly(at(99.999), at(100.001));
        assertThat(story.confirmed()).extracting(Trade::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a found life of a unified account begins when its record says, but not before the last close of its slot")
    void foundStartOfAUnifiedAccount() {
        var story = Story.flat().record(record(ETH_LONG, ofHistory("1", 40), 100, "2", "10", "11"))
                .record(record(ETH_LONG, ofHistory("2", 150), 200, "3", "12", "13"))
                .record(record(ETH_LONG, ofHistory("3", 40), 300, "3", "12", "13"));

        // the creation time of the third is older than the second life: it cannot be its start
        assertThat(story.confirmed()).extracting(Trade::openedAt).containsExactly(at(40), at(150), at(200.001));
    }

    @Test
    @DisplayName("a found life never takes the place of the trade that rows showed from the same start on and that a later record claimed")
    void foundStartOfAnotherTrade() {
        var story = Story.flat().snapshot(40, row(ETH_LONG, unmarked(), "2", "10", 40));

        // the first life ended and the second began unseen, and only the record of the second was listed yet
        story.snapshot(210).record(record(ETH_LONG, ofHistory("2", 150), 200, "3", "12", "13"))
                .record(record(ETH_LONG, ofHistory("1", 40), 100, "2", "10", "11"));

        assertThat(story.confirmed()).extracting(Trade::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(story.confirmed()).extracting(trade -> trade.exit().orElseThrow().closedAt()).containsExactly(at(100), at(200));
        assertThat(story.confirmed()).extracting(Trade::openedAt).containsExactly(at(40.001), at(40));
    }

    @Test
    @DisplayName("nor of the trade that rows showed from its own start on, which was the close of an unseen life")
    void foundStartAtTheCloseBefore() {
        var story = Story.flat().seen(100, row(ETH_LONG, unmarked(), "3", "12", 100));

        story.record(record(ETH_LONG, ofHistory("1", 60), 100, "2", "10", "11")).gone(200, ETH_LONG)
                .record(record(ETH_LONG, ofHistory("2", 100), 200, "3", "12", "13"));

        assertThat(story.confirmed()).extracting(Trade::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(story.confirmed()).extracting(trade -> trade.exit().orElseThrow().closedAt()).containsExactly(at(100), at(200));
    }

    @Test
    @DisplayName("a found life begins when its record says though it ended at the moment at which the end of the life before was noticed")
    void foundStartBeforeTheNotice() {
        // the first ended and the second began at 20, unseen; a list without either was built when the second closed
        var story = Story.flat().snapshot(10, row(ETH_LONG, life("7", 10), "2", "100", 10)).snapshot(30);

        story.record(record(ETH_LONG, life("8", 20), 30, "1", "110", "95"));
        var found = story.confirmed().getFirst();
        assertThat(found.openedAt()).isEqualTo(at(20));
        assertThat(found.executions()).extracting(Execution::kind).containsExactly(ExecutionKind.OPEN, ExecutionKind.CLOSE);

        story.record(record(ETH_LONG, life("7", 10), 20, "2", "100", "110"));
        assertThat(story.confirmed()).extracting(trade -> trade.exit().orElseThrow().closedAt()).containsExactly(at(20), at(30));
        assertThat(story.book().awaiting()).isEmpty();
    }

    @Test
    @DisplayName("a found life does not begin after its close, though the moment after the life before is taken by the other side")
    void foundStartNotAfterItsClose() {
        var story = Story.flat().snapshot(20.5, row(BTC_SHORT, unmarked(), "1", "100", 20));
        assertThat(story.open(BTC_SHORT).openedAt()).isEqualTo(at(20));

        story.record(record(BTC_LONG, unmarked(), 19.999, "2", "100", "101")).record(record(BTC_LONG, unmarked(), 20, "1", "101", "100"));

        assertThat(story.confirmed()).extracting(Trade::openedAt).containsExactly(at(19.998), at(19.999));
    }

    private static LifeMark ofHistory(String id, double created) {
        return new LifeMark(Optional.of(id), IdScope.LIFE, Optional.of(at(created)), false);
    }

    @Test
    @DisplayName("a life that was open already when the mirror began gets its record")
    void openBeforeTheBeginning() {
        var story = Story.unseen().snapshot(5, row(BTC_LONG, life("5", -5000), "2", "100", -100)).snapshot(30);

        story.record(record(BTC_LONG, life("5", -5000), 29, "2", "100", "105"));

        assertThat(story.facts()).containsExactly("TradeConfirmed");
    }

    @Test
    @DisplayName("three lives that ended unseen are found, the last of them the one that rows had shown as going on")
    void historyAfterAGap() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10)).historyRead(11).reconnected()
                .snapshot(3600, row(ETH_LONG, unmarked(), "4", "20", 3000));

        story.record(record(ETH_LONG, unmarked(), 100, "5", "10", "11")).record(record(ETH_LONG, unmarked(), 200, "1", "12", "13"))
                .record(record(ETH_LONG, unmarked(), 300, "2", "14", "15")).historyRead(3600);

        assertThat(story.confirmed()).hasSize(3).allMatch(Trade::found);
        assertThat(story.open(ETH_LONG).openedAt()).isEqualTo(at(3000));
        assertThat(story.proven(ETH_LONG)).isTrue();
    }
}
