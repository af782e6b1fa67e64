package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.ETH_LONG;
import static org.mirrorbook.domain.lifecycle.Given.closes;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.opens;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.TradeStatus;

/** A close by absence is taken back when the life shows itself again; a confirmed one never. */
@DisplayName("Rule 5: only confirmed is final")
class Rule5OnlyConfirmedIsFinalTest {

    @Test
    @DisplayName("one wrong empty list does not cut a life in two")
    void wrongEmptyList() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
        var opened = story.open(BTC_LONG);
        story.snapshot(20);

        story.snapshot(20.2, row(BTC_LONG, life("7", 10), "2", "100", 10));

        assertThat(story.facts()).containsExactly("CloseRevoked");
        assertThat(story.open(BTC_LONG)).as("the same trade with the same fingerprint and figures").isEqualTo(opened);
        assertThat(story.book().awaiting()).isEmpty();
    }

    @Test
    @DisplayName("the revoked life goes on with what changed meanwhile")
    void revokedAndChanged() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);

        story.snapshot(21, row(BTC_LONG, life("7", 10), "3", "101", 20.5));

        assertThat(story.facts()).containsExactly("CloseRevoked", "ScaledIn");
        assertThat(story.open(BTC_LONG).status()).isEqualTo(TradeStatus.OPEN);
        assertThat(story.open(BTC_LONG).certainty()).isEqualTo(Certainty.LIVE);
        assertThat(story.open(BTC_LONG).exit()).isEmpty();
        assertThat(story.open(BTC_LONG).executions()).extracting(Execution::kind).containsExactly(ExecutionKind.OPEN, ExecutionKind.ADD);
    }

    @Test
    @DisplayName("without ids the very same row revokes, a later one is a new life")
    void withoutIds() {
        var story = Story.flat().snapshot(10, row(ETH_LONG, unmarked(), "5", "10", 10)).snapshot(20);
        story.snapshot(21, row(ETH_LONG, unmarked(), "5", "10", 10));
        assertThat(story.facts()).containsExactly("CloseRevoked");

        story.snapshot(30).snapshot(40, row(ETH_LONG, unmarked(), "5", "10", 35));
        assertThat(story.facts()).containsExactly("TradeOpened");
        assertThat(story.book().awaiting()).hasSize(1);
    }

    @Test
    @DisplayName("fills that had explained the wrong close are loose again and explain the right one")
    void fillsOfTheWrongClose() {
        var story = Story.flat().fill(opens(BTC_LONG, "1", "2", "100", 10)).snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10))
                .fill(closes(BTC_LONG, "2", "2", "105", "10", 19.9)).snapshot(20);
        assertThat(story.awaiting().executions().getLast().fillId()).contains("2");

        story.snapshot(20.1, row(BTC_LONG, life("7", 10), "2", "100", 10));
        assertThat(story.open(BTC_LONG).executions()).hasSize(1);
        story.snapshot(20.2);

        assertThat(story.awaiting().executions()).extracting(step -> step.fillId().orElseThrow()).containsExactly("1", "2");
    }

    @Test
    @DisplayName("an unconfirmed close is revoked too")
    void unconfirmedIsRevoked() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);
        story.overdue(story.awaiting());
        assertThat(story.facts()).containsExactly("TradeUnconfirmed");
        assertThat(story.awaiting().certainty()).isEqualTo(Certainty.UNCONFIRMED);

        story.snapshot(1000, row(BTC_LONG, life("7", 10), "2", "100", 10));

        assertThat(story.facts()).containsExactly("CloseRevoked");
    }

    @Test
    @DisplayName("a late record confirms an unconfirmed trade all the same")
    void lateRecord() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20);
        story.overdue(story.awaiting());

        story.record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105"));

        assertThat(story.facts()).containsExactly("TradeConfirmed");
        assertThat(story.confirmed().getFirst().certainty()).isEqualTo(Certainty.CONFIRMED);
    }

    @Test
    @DisplayName("a confirmed close stays, whatever envelope its old row comes in")
    void confirmedStays() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105"));

        story.snapshot(50, row(BTC_LONG, life("7", 10), "2", "100", 10));

        assertThat(story.changes()).isEmpty();
        assertThat(story.isFlat(BTC_LONG)).isTrue();
    }

    @Test
    @DisplayName("a trade that is open or confirmed cannot become unconfirmed")
    void overdueIsOnlyForProvisional() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
        story.overdue(story.open(BTC_LONG));
        assertThat(story.changes()).isEmpty();

        story.snapshot(20).record(record(BTC_LONG, life("7", 10), 19.9, "2", "100", "105"));
        story.overdue(story.confirmed().getFirst());
        assertThat(story.changes()).isEmpty();
    }

    @Test
    @DisplayName("a close that was revoked closes again, once, with the figures of the record")
    void closedAgain() {
        var story = Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(20)
                .snapshot(20.2, row(BTC_LONG, life("7", 10), "2", "100", 10)).snapshot(30);

        story.record(record(BTC_LONG, life("7", 10), 29.9, "2", "100", "105"));

        assertThat(story.confirmed()).hasSize(1);
        assertThat(story.confirmed().getFirst().executions()).hasSize(2);
    }

    @Test
    @DisplayName("word by word: the very row that was seen last revokes a close, a later one is a new life")
    void revokedByAWord() {
        var last = row(BTC_LONG, unmarked(), "2", "100", 10);
        var story = Story.flat().seen(10, last).gone(20, BTC_LONG);
        var closed = story.awaiting();

        story.seen(21, last);

        assertThat(story.facts()).contains("CloseRevoked");
        assertThat(story.open(BTC_LONG).id()).isEqualTo(closed.id());
    }
}
