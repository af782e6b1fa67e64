package org.mirrorbook.ui.model.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.ui.model.books.TwoBooks.TIMES;
import static org.mirrorbook.ui.model.books.TwoBooks.books;
import static org.mirrorbook.ui.model.books.TwoBooks.comparison;
import static org.mirrorbook.ui.model.books.TwoBooks.funding;
import static org.mirrorbook.ui.model.books.TwoBooks.onlyExchange;
import static org.mirrorbook.ui.model.books.TwoBooks.onlyJournal;
import static org.mirrorbook.ui.model.books.TwoBooks.run;
import static org.mirrorbook.ui.model.books.TwoBooks.words;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.MoneyFormat;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** Accounts, differences, runs and the status line in words. */
class BooksWordsTest {

    private static final String DASH = "\u2013";

    @Test
    void anAccountHasItsCountsAndBothNetsWithEveryDigit() {
        var different = books(Optional.of(comparison(funding(Certainty.CONFIRMED), onlyExchange())),
                Optional.of(run(1, 1, Optional.empty())),
                LinkState.LIVE);

        // 108 compared, of which 2 open; 106 equal, 1 with other figures, 1 missing here; 6498.3195502 - 6481.0218882 = 17.297662
        assertThat(row(different)).containsExactly("Swing", "2 differences", "106", "2", "106", "1", "1", "6,481.02188820",
                "6,498.31955020", "17.29766200", "today 13:58:03");
    }

    @Test
    void ofSeveralCoinsTheOneThatDiffersIsSaidFirst() {
        var equal = new Comparison.Net("BTC", new BigDecimal("-0.00002161"), new BigDecimal("-0.00002161"));
        var different = new Comparison.Net("USDT", new BigDecimal("-7.26"), new BigDecimal("-7.27"));
        var both = new Comparison(TwoBooks.SWING.id(), TwoBooks.NOW, TwoBooks.NOW, 2, List.of(funding(Certainty.CONFIRMED)), 0,
                List.of(equal, different));

        // by how much: -7.27 + 7.26
        assertThat(row(books(Optional.of(both), Optional.empty(), LinkState.LIVE))).contains("\u22127.26000000 USDT, 1 more",
                "\u22127.27000000 USDT, 1 more", "\u22120.01000000 USDT, 1 more");
    }

    @Test
    void whatIsNotKnownIsADashAndTheReasonIsSaid() {
        assertThat(row(books(Optional.empty(), Optional.empty(), LinkState.LIVE))).containsExactly("Swing", "not compared yet", DASH, DASH,
                DASH, DASH, DASH, DASH, DASH, DASH, DASH);
        var refused = new AccountBooks(TwoBooks.SWING, Optional.of(comparison()), Optional.empty(), Optional.of(new LinkStatus(
                LinkState.NEEDS_ATTENTION, Optional.of("40037"), "The key was refused.", TwoBooks.NOW, Optional.empty())), List.of());
        assertThat(row(refused)).startsWith("Swing", "not compared, needs attention", DASH).endsWith(DASH, "today 13:58:03");
        var failed = books(Optional.empty(), Optional.of(run(0, 0, Optional.of("The exchange does not answer."))), LinkState.LIVE);
        assertThat(row(failed)).startsWith("Swing", "not compared", DASH).endsWith(DASH);
        assertThat(words(Headline.of(failed, TIMES))).containsExactly("Not compared: The exchange does not answer.");
    }

    @Test
    void ofAnEarlierProcessOnlyTheCountsAreKnown() {
        var former = books(Optional.empty(), Optional.of(run(1, 1, Optional.empty())), LinkState.LIVE);

        assertThat(row(former)).containsExactly("Swing", "2 differences when compared last", "106", "2", "106", "1", "1", DASH, DASH, DASH,
                "today 13:58:04");
    }

    @Test
    void whatIsLeftAsItIsCountsNoMore() {
        var left = new AccountBooks(TwoBooks.SWING, Optional.of(comparison(funding(Certainty.CONFIRMED), onlyExchange())), Optional.empty(),
                Optional.empty(), List.of(onlyExchange()));

        assertThat(row(left).get(1)).isEqualTo("1 difference");
        assertThat(BooksState.words(List.of(left), TIMES.figures()).text()).isEqualTo("Books: 1 difference");
        assertThat(DifferenceLine.of(left.differences(), left.left(), "Bitget", TIMES)).extracting(line -> line.cells().getFirst().words())
                .containsExactly("figures differ", "left as it is");
    }

    @Test
    void theHeadlineSaysWhichRunItWasAndWhenTheNextOneFollows() {
        var different = books(Optional.of(comparison(funding(Certainty.CONFIRMED))), Optional.of(run(1, 0, Optional.empty())),
                LinkState.RECONNECTING);

        assertThat(words(Headline.of(different, TIMES))).containsExactly("Differences of Swing", "run 3,121, 13:58:04.",
                "Swing is reconnecting since 14:02: corrections can be made now, the next run follows when it is live.");
    }

    @Test
    void aDifferenceIsALineWithItsFieldsAndByHowMuchTheNetIsOff() {
        var lines = DifferenceLine.of(List.of(funding(Certainty.CONFIRMED), onlyExchange(), onlyJournal()), List.of(), "Bitget", TIMES);

        assertThat(TwoBooks.all(lines.stream().map(DifferenceLine::cells))).containsExactly(
                List.of("figures differ", "ETHUSDT LONG", "12 Nov 01:32", "funding, net", "\u22120.41233800"),
                List.of("only on Bitget", "ETHUSDT LONG", "12 Nov 01:32", "whole trade", "+4.83877200"),
                List.of("only here", "ETHUSDT LONG", "12 Nov 01:32", "whole trade", "\u22125.25111000"));
        assertThat(lines).extracting(line -> line.trade().isPresent()).containsExactly(true, false, true);
    }

    @Test
    void hiddenMoneyIsHiddenHereToo() {
        var hidden = new Times(new Figures(ZoneOffset.UTC, MoneyFormat.COMMA_POINT, true), TwoBooks.NOW);

        var line = DifferenceLine.of(List.of(onlyExchange()), List.of(), "Bitget", hidden).getFirst();

        assertThat(line.cells().getLast().words()).isEqualTo(Figures.HIDDEN);
    }

    @Test
    void theStatusLineCountsAllDifferencesAndNamesTheAccountsInItsTip() {
        var equal = books(Optional.of(comparison()), Optional.empty(), LinkState.LIVE);
        var different = books(Optional.of(comparison(funding(Certainty.CONFIRMED), onlyExchange())), Optional.empty(), LinkState.LIVE);
        var never = books(Optional.empty(), Optional.empty(), LinkState.LIVE);

        assertThat(BooksState.words(List.of(equal, different), TIMES.figures())).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("Books: 2 differences", Shape.DIFFERENT, Tone.WARN);
        assertThat(BooksState.words(List.of(equal, different), TIMES.figures()).tip())
                .isEqualTo("Swing: equal to the last digit\nSwing: 2 differences");
        assertThat(BooksState.words(List.of(equal), TIMES.figures()).text()).isEqualTo("Books: equal");
        assertThat(BooksState.words(List.of(equal, never), TIMES.figures()).text()).isEqualTo("Books: 1 of 2 compared, equal");
        assertThat(BooksState.words(List.of(never), TIMES.figures()).text()).isEqualTo("Books: not compared yet");
    }

    @Test
    void aRunSaysWhatCameOfItAndWhatWasDone() {
        var corrected = step(Step.Kind.CORRECTED, List.of("funding", "netPnl"));
        var back = step(Step.Kind.TAKEN_BACK, List.of("funding"));
        var rows = RunRow.of(List.of(run(1, 1, Optional.empty(), corrected, back),
                run(0, 0, Optional.empty(), step(Step.Kind.ENTERED, List.of())), run(0, 0, Optional.empty()),
                run(0, 0, Optional.of("The key was refused."))), List.of(TwoBooks.SWING), TIMES);

        assertThat(words(rows.getFirst().cells())).containsExactly("today 13:58:04", "Swing", "every 5 minutes", "108", "14 Aug 2026",
                "2 differences", "ETHUSDT long of 12 Nov 2026: funding, net, by you at 13:59:00; "
                        + "ETHUSDT long of 12 Nov 2026: funding, taken back by you at 13:59:00", "1.4 s");
        assertThat(words(rows.get(1).cells())).contains("1 found", "ETHUSDT long of 12 Nov 2026 entered, marked as found");
        assertThat(words(rows.get(2).cells())).contains("equal", "");
        assertThat(words(rows.get(3).cells())).contains("not compared", "The key was refused.", DASH);
        assertThat(rows).extracting(RunRow::isEventful).containsExactly(true, true, false, true);
    }

    private static Step step(Step.Kind kind, List<String> fields) {
        return new Step(Instant.parse("2026-11-12T13:59:00Z"), kind, "ETHUSDT", Side.LONG, Optional.of(TwoBooks.CLOSED), fields);
    }

    private static List<String> row(AccountBooks books) {
        return words(AccountBooksRow.of(List.of(books), TIMES).getFirst().cells());
    }
}
