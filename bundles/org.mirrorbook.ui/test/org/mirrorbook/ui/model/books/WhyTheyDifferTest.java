package org.mirrorbook.ui.model.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.ui.model.books.TwoBooks.READ;
import static org.mirrorbook.ui.model.books.TwoBooks.SWING;
import static org.mirrorbook.ui.model.books.TwoBooks.TIMES;
import static org.mirrorbook.ui.model.books.TwoBooks.event;
import static org.mirrorbook.ui.model.books.TwoBooks.funding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.books.SideBySide.FieldRow;

/** Both sides of a life, where each figure is from, and why they differ: only what is known. */
class WhyTheyDifferTest {

    private static final TradeEvent OPENED = event("TradeOpened", "2026-11-11T22:40:18.300Z", "{}", 71_804);
    private static final TradeEvent CLOSED = event("TradeClosed", "2026-11-12T01:32:45Z", "{}", 71_989);

    @Test
    void everyFigureStandsOnBothSidesAndThoseThatDifferStandOut() {
        var rows = sides(funding(Certainty.UNCONFIRMED), OPENED, CLOSED);

        assertThat(TwoBooks.all(rows.stream().map(FieldRow::cells))).contains(
                List.of("Opened", "11 Nov 22:40:18.204", "", "11 Nov 22:40:18.204", "\u2013", "message 71,804",
                        "closing record, read 13:58:03"),
                List.of("Size, whole life", "3", "", "3", "\u2013", "message 71,804", "closing record, read 13:58:03"),
                List.of("Average exit", "3,502.95000000", "", "3,502.95000000", "\u2013",
                        "message 71,989", "closing record, read 13:58:03"),
                // -0.412338 - 0
                List.of("Funding", "0.00000000", "", "\u22120.41233800", "\u22120.41233800", "no message",
                        "closing record, read 13:58:03"),
                List.of("Net", "5.25111000", "", "4.83877200", "\u22120.41233800", "sum of the above", "closing record, read 13:58:03"));
        assertThat(rows).filteredOn(FieldRow::differs).extracting(FieldRow::field).containsExactly("funding", "netPnl");
    }

    @Test
    void aNetThatCountsAsSomethingElseThereIsADifferentStatus() {
        // 5.25 is a win by a band of 5, and 4.84 is not
        var rule = new BreakEvenRule(1, TwoBooks.number("5"), TwoBooks.number("0"));
        var rows = SideBySide.of(funding(Certainty.CONFIRMED), Origins.none(TIMES), rule, READ, TIMES);

        assertThat(TwoBooks.words(rows.getLast().cells())).startsWith("Status", "WIN", "", "BE").endsWith("derived here");
        assertThat(rows.getLast().differs()).isTrue();
    }

    @Test
    void aFigureThatTheRecordToldOtherwiseWasChangedPastTheProduct() {
        var confirmed = event("TradeConfirmed", "2026-11-12T01:32:46Z",
                "{\"record\":{\"gross\":\"13.65\",\"funding\":\"-0.412338\",\"openFee\":\"-6.29712\"}}", 71_990);

        var rows = sides(funding(Certainty.CONFIRMED), OPENED, CLOSED, confirmed);
        var reasons = reasons(funding(Certainty.CONFIRMED), List.of(), OPENED, CLOSED, confirmed);

        assertThat(from(rows, "funding")).isEqualTo("no message: changed since");
        assertThat(from(rows, "totalPnl")).isEqualTo("closing record, message 71,990");
        assertThat(reasons).containsExactly(List.of("12 Nov 01:32:46", "the closing record came, message 71,990"),
                List.of("", "Changed past Mirrorbook: the closing record said something else for funding,"
                        + " and the history of the trade has no change of it."));
    }

    @Test
    void aRecordThatTheExchangeTellsDifferentlyNowIsSaid() {
        var confirmed = event("TradeConfirmed", "2026-11-12T01:32:46Z", "{\"record\":{\"funding\":\"0\"}}", 71_990);

        assertThat(reasons(funding(Certainty.CONFIRMED), List.of(), confirmed).getLast().getLast())
                .isEqualTo("Bitget says something else for funding now than its closing record said then.");
    }

    @Test
    void aCorrectionThatWasTakenBackIsTheReason() {
        var confirmed = event("TradeConfirmed", "2026-11-12T01:32:46Z", "{\"record\":{\"funding\":\"-0.412338\"}}", 71_990);
        var back = event("TradeCorrected", "2026-11-12T14:00:00Z", "{\"figures\":[{\"name\":\"funding\",\"before\":\"-0.412338\","
                + "\"after\":\"0\"}]}", 72_400);

        assertThat(from(sides(funding(Certainty.CONFIRMED), confirmed, back), "funding"))
                .isEqualTo("correction taken back today 14:00:00");
        assertThat(reasons(funding(Certainty.CONFIRMED), List.of(), confirmed, back).getLast())
                .containsExactly("12 Nov 14:00:00", "the correction was taken back by you");
    }

    @Test
    void gapsOfTheLinkAndARecordThatDidNotComeAreToldInTheirOrder() {
        var overdue = event("TradeUnconfirmed", "2026-11-12T01:42:45Z", "{}", 0);
        var gap = new Outage(Instant.parse("2026-11-12T00:58:11Z"), 71_921, Optional.of(Instant.parse("2026-11-12T01:04:02Z")));

        assertThat(reasons(funding(Certainty.UNCONFIRMED), List.of(gap), OPENED, overdue)).containsExactly(
                List.of("12 Nov 00:58:11", "connection lost after message 71,921; nobody listened from here on"),
                List.of("12 Nov 01:04:02", "live again, positions aligned"),
                List.of("12 Nov 01:42:45", "the closing record did not come in time, figures stayed unconfirmed"),
                List.of("", "The closing record did not come to the journal yet: its figures are its own reckoning."));
    }

    @Test
    void ofALifeThatOnlyOneSideHasItIsSaidWhatIsKnown() {
        assertThat(reasons(TwoBooks.onlyExchange(), List.of())).containsExactly(
                List.of("12 Nov 01:32:44", "ended, and no message about it is in the journal"));
        assertThat(reasons(TwoBooks.onlyJournal(), List.of())).containsExactly(
                List.of("12 Nov 13:58:03", "Bitget\u2019s history has no such trade"),
                List.of("", "No change of the trade is in its history: its rows were not written by the mirror."));
    }

    @Test
    void theRecordingTellsWhenNobodyListened() {
        var scope = TwoBooks.ETH.scope();
        var outages = new Outages();
        outages.see(heard(1, "2026-11-12T00:50:00Z"));
        outages.see(new Recorded(SWING.id(), 2, new LaneInput.Heard("concluded", "", List.of(new LinkLost(1, at("2026-11-12T00:58:11Z"))),
                at("2026-11-12T00:58:11Z"))));
        outages.see(new Recorded(SWING.id(), 3, new LaneInput.Heard("positions", "", List.of(new SnapshotSeen(scope, 2,
                at("2026-11-12T01:04:02Z"), at("2026-11-12T01:04:02Z"), List.of())), at("2026-11-12T01:04:02Z"))));
        outages.see(heard(4, "2026-11-12T01:10:00Z"));
        outages.see(new Recorded(SWING.id(), 5, new LaneInput.Opened("Swing", Book.empty(SWING.id(), TwoBooks.OPENED), 1,
                at("2026-11-12T02:00:00Z"))));

        assertThat(outages.all()).containsExactly(
                new Outage(at("2026-11-12T00:58:11Z"), 1, Optional.of(at("2026-11-12T01:04:02Z"))),
                new Outage(at("2026-11-12T01:10:00Z"), 4, Optional.empty()));
    }

    @Test
    void beforeACorrectionItIsSaidWhatItTakesAndWhetherItCanBeUndone() {
        assertThat(CorrectionWords.of(funding(Certainty.CONFIRMED), "Bitget", "Ctrl+Z"))
                .isEqualTo("Takes funding, net of Bitget. Both values,"
                + " the time and the run stay readable in the history; notes, tags and pictures are not touched. Undo with Ctrl+Z.");
        assertThat(CorrectionWords.of(funding(Certainty.UNCONFIRMED), "Bitget", "Ctrl+Z"))
                .endsWith("The figures become final, which is not undone.");
    }

    private static Recorded heard(long number, String at) {
        return new Recorded(SWING.id(), number, new LaneInput.Heard("positions", "", List.of(), at(at)));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static String from(List<FieldRow> rows, String field) {
        return rows.stream().filter(row -> row.field().equals(field)).findFirst().orElseThrow().cells().get(5).words();
    }

    private static List<FieldRow> sides(Difference difference, TradeEvent... events) {
        return SideBySide.of(difference, new Origins(difference.trade(), List.of(events), TIMES), BreakEvenRule.none(), READ, TIMES);
    }

    private static List<List<String>> reasons(Difference difference, List<Outage> outages, TradeEvent... events) {
        return TwoBooks.all(Reasons.of(difference, new Origins(difference.trade(), List.of(events), TIMES), outages, SWING, READ, "Bitget",
                TIMES).stream().map(Reasons.ReasonRow::cells));
    }
}
