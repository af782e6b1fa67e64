package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.COIN;
import static org.mirrorbook.domain.lifecycle.Given.COIN_LONG;
import static org.mirrorbook.domain.lifecycle.Given.ETH_LONG;
import static org.mirrorbook.domain.lifecycle.Given.USDT;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.closes;
import static org.mirrorbook.domain.lifecycle.Given.dec;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.opens;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing.Detail;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeSplit;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;

/** Where rows do not tell lives apart, only history can say that a life went on while nobody listened. */
@DisplayName("Rule 2: unproven lives")
class Rule2UnprovenLivesTest {

    @Test
    @DisplayName("a life with an id of its own is proven at once, one without is not")
    void proven() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10), row(ETH_LONG, unmarked(), "5", "10", 10));

        assertThat(story.proven(BTC_LONG)).isTrue();
        assertThat(story.proven(ETH_LONG)).isFalse();
    }

    @Test
    @DisplayName("history that was read past its newest row proves a life")
    void historyProves() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10));

        story.historyRead(9);
        assertThat(story.proven(ETH_LONG)).as("history ends before the row").isFalse();
        story.historyRead(10);

        assertThat(story.proven(ETH_LONG)).isTrue();
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("the time up to which history was read never moves back")
    void historyMovesForward() {
        var story = Story.flat().historyRead(20).historyRead(15);

        assertThat(story.book().historyReadTo()).containsEntry(USDT, at(20));
    }

    @Test
    @DisplayName("a lost link makes unmarked lives unproven again and leaves marked ones alone")
    void linkLost() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10), row(ETH_LONG, unmarked(), "5", "10", 10))
                .historyRead(11);

        story.reconnected();

        assertThat(story.proven(ETH_LONG)).isFalse();
        assertThat(story.proven(BTC_LONG)).isTrue();
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("so does a restart, when the lost link was never noticed")
    void restart() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10)).historyRead(11).restarted();

        story.snapshot(60, row(ETH_LONG, unmarked(), "5", "10", 10));

        assertThat(story.proven(ETH_LONG)).isFalse();
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("closed and opened again unseen in the same size: the record ends the first life, the second appears at once")
    void reopenedUnseen() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10)).historyRead(11).reconnected()
                .snapshot(60, row(ETH_LONG, unmarked(), "5", "12", 40));
        var merged = story.open(ETH_LONG);

        story.record(record(ETH_LONG, unmarked(), 30, "5", "10", "11", "5", "-0.1", "-0.1", "0"));

        assertThat(story.facts()).containsExactly("TradeClosed", "TradeConfirmed", "TradeOpened", "DetailsMissing");
        var ended = story.confirmed().getFirst();
        assertThat(ended.id()).isEqualTo(merged.id());
        assertThat(ended.exit().orElseThrow().closedAt()).isEqualTo(at(30));
        assertThat(ended.found()).as("it ended unseen").isTrue();
        assertThat(story.open(ETH_LONG).openedAt()).as("first sight of the second life").isEqualTo(at(40));
        assertThat(story.open(ETH_LONG).terms().effectiveEntry()).isEqualByComparingTo("12");
    }

    @Test
    @DisplayName("what was booked on the merged life after the close moves to the new one")
    void split() {
        var story = Story.flat().fill(opens(ETH_LONG, "1", "5", "10", 10)).snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10))
                .reconnected()
                .snapshot(60, row(ETH_LONG, unmarked(), "7", "12", 40))
                .fill(opens(ETH_LONG, "9", "1", "13", 65)).snapshot(66, row(ETH_LONG, unmarked(), "8", "12.125", 65));
        var merged = story.open(ETH_LONG);
        assertThat(merged.executions()).hasSize(3);

        story.record(record(ETH_LONG, unmarked(), 30, "5", "10", "11", "5", "-0.1", "-0.1", "0"));

        var split = story.only(TradeSplit.class);
        assertThat(split.trade()).isEqualTo(merged.id());
        assertThat(split.into()).isEqualTo(story.open(ETH_LONG).id());
        assertThat(split.moved()).as("the inferred growth by 2 and the fill of 1").hasSize(2);
        var ended = story.confirmed().getFirst();
        assertThat(ended.executions()).extracting(Execution::kind).containsExactly(ExecutionKind.OPEN, ExecutionKind.CLOSE);
        assertThat(ended.executions()).extracting(Execution::quantity).allMatch(quantity -> quantity.compareTo(dec("5")) == 0);
        // the newest row shows 8, of which a fill of 1 is known; it moved with its id
        assertThat(new Steps(story.open(ETH_LONG).executions()).size()).isEqualByComparingTo("8");
        assertThat(story.open(ETH_LONG).executions()).filteredOn(step -> !step.inferred()).extracting(step -> step.fillId().orElseThrow())
                .containsExactly("9");
    }

    @Test
    @DisplayName("fills that came late find both lives")
    void fillsOfBothLives() {
        var story = Story.flat().fill(opens(ETH_LONG, "1", "5", "10", 10)).snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10))
                .reconnected()
                .snapshot(60, row(ETH_LONG, unmarked(), "7", "12", 40));

        story.fill(closes(ETH_LONG, "2", "5", "11", "5", 30)).fill(opens(ETH_LONG, "3", "7", "12", 40));
        assertThat(story.open(ETH_LONG).executions()).as("empty in between is not one life").noneMatch(
                step -> step.fillId().equals(Optional.of("2")));
        story.record(record(ETH_LONG, unmarked(), 30, "5", "10", "11", "5", "-0.1", "-0.1", "0"));

        assertThat(story.confirmed().getFirst().executions()).extracting(step -> step.fillId().orElseThrow()).containsExactly("1", "2");
        assertThat(story.open(ETH_LONG).executions()).extracting(step -> step.fillId().orElseThrow()).containsExactly("3");
    }

    @Test
    @DisplayName("a row that is not newer than the close belongs to the ended life")
    void rowBeforeClose() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10));

        story.record(record(ETH_LONG, unmarked(), 30, "5", "10", "11"));
        assertThat(story.facts()).containsExactly("TradeClosed", "TradeConfirmed");
        assertThat(story.isFlat(ETH_LONG)).isTrue();

        story.snapshot(31, row(ETH_LONG, unmarked(), "5", "10", 10));
        assertThat(story.changes()).as("a delayed snapshot shows the ended life").isEmpty();
        story.snapshot(32, row(ETH_LONG, unmarked(), "4", "12", 31.5));
        assertThat(story.facts()).contains("TradeOpened");
    }

    @Test
    @DisplayName("fees that fall back ask whether this is still the same life")
    void feesFallBack() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10).booked("0", "-0.5", "0")).historyRead(11);

        story.snapshot(20, row(ETH_LONG, unmarked(), "5", "10", 20).booked("0", "-0.1", "0"));

        assertThat(story.only(DetailsMissing.class).detail()).isEqualTo(Detail.PROOF);
        assertThat(story.only(DetailsMissing.class).since()).isEqualTo(at(10));
        assertThat(story.proven(ETH_LONG)).isFalse();
    }

    @Test
    @DisplayName("realised profit that is gone asks the same")
    void realisedFallsBack() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10).booked("3", "-0.5", "0"));

        story.snapshot(20, row(ETH_LONG, unmarked(), "5", "10", 20).booked("0", "-0.5", "0"));

        assertThat(story.only(DetailsMissing.class).detail()).isEqualTo(Detail.PROOF);
    }

    @Test
    @DisplayName("a connection that takes over before the last one ended leaves no gap: lives stay proven, and none ended unseen")
    void handOver() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, unmarked(), "2", "100", 10), row(ETH_LONG, unmarked(), "5", "10", 10))
                .historyRead(11).handedOver();

        story.snapshot(20, row(ETH_LONG, unmarked(), "5", "10", 10));
        assertThat(story.proven(ETH_LONG)).isTrue();
        assertThat(story.awaiting().found()).isFalse();

        // the former connection ends when it is replaced already
        story.apply(new LinkLost(1, at(21)));
        assertThat(story.proven(ETH_LONG)).isTrue();
    }

    @Test
    @DisplayName("where the last connection ended before the next one showed a scope, that scope was not watched")
    void handOverThatFailed() {
        var story = Story.flat().snapshot(COIN, 1).snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10))
                .snapshot(COIN, 10, row(COIN_LONG, unmarked(), "3", "100", 10)).historyRead(11)
                .apply(new HistoryRead(COIN, at(11), at(11))).handedOver();

        story.snapshot(20, row(ETH_LONG, unmarked(), "5", "10", 10)).apply(new LinkLost(1, at(21)));
        story.snapshot(COIN, 22, row(COIN_LONG, unmarked(), "3", "100", 10));

        assertThat(story.proven(ETH_LONG)).isTrue();
        assertThat(story.proven(COIN_LONG)).isFalse();
    }

    @Test
    @DisplayName("word by word: realised profit that falls back, though the slot was never said to be empty, asks for proof")
    void fallsBackWordByWord() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "2", "100", 10).booked("8", "-0.3", "0")).historyRead(11);
        assertThat(story.proven(BTC_LONG)).isTrue();

        story.seen(20, row(BTC_LONG, unmarked(), "2", "101", 20).booked("0", "-0.3", "0"));

        assertThat(story.only(DetailsMissing.class).detail()).isEqualTo(Detail.PROOF);
        assertThat(story.proven(BTC_LONG)).isFalse();
    }

    @Test
    @DisplayName("word by word: the record of a close that was missed ends the life, and the next one is what the last word shows")
    void missedCloseWordByWord() {
        var story = Story.flat().seen(10, row(BTC_LONG, unmarked(), "2", "100", 10)).seen(30, row(BTC_LONG, unmarked(), "5", "103", 30));

        story.record(record(BTC_LONG, unmarked(), 20, "2", "100", "102"));

        assertThat(story.facts()).contains("TradeClosed", "TradeConfirmed", "TradeOpened");
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(30));
        assertThat(story.open(BTC_LONG).terms().quantity()).isEqualByComparingTo("5");
    }
}
