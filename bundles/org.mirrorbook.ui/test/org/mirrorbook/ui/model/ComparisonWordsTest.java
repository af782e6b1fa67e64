package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;

class ComparisonWordsTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);
    private final ComparisonWords words = new ComparisonWords(figures);

    @Test
    void equalBooksSaySoWithHowManyLivesSinceWhen() {
        assertThat(words.result(comparison(12), Example.NOW)).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("equal: 12 lives since 14 Aug 14:06", Shape.CHECK, Tone.LIVE);
        assertThat(words.last(comparison(1), Example.NOW)).last().extracting(Cell::text)
                .isEqualTo("equal to the exchange\u2019s, 1 life compared 14:05");
    }

    @Test
    void differentBooksSayHowManyLivesDiffer() {
        var different = comparison(12, figuresOf(closed()), onlyJournal(closed()));

        assertThat(words.result(different, Example.NOW)).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("2 of 12 lives since 14 Aug 14:06 differ", Shape.DIFFERENT, Tone.WARN);
        assertThat(words.last(different, Example.NOW)).last().extracting(Cell::text, Cell::tone)
                .containsExactly("2 of 12 lives differ from the exchange\u2019s, compared 14:05", Tone.WARN);
    }

    @Test
    void beforeACorrectionItsConsequencesAreToldByKind() {
        assertThat(words.consequences(List.of(figuresOf(closed()), onlyJournal(closed()), onlyJournal(Example.position().open())),
                "Bitget")).containsExactly(
                        "1 life: takes the figures of Bitget.",
                        "1 life that Bitget does not have: no longer counted; the history of changes stays.",
                        "1 life open now: read from Bitget again.");
    }

    @Test
    void eachDifferingFigureIsARowAndTheLifeIsNamedOnce() {
        var rows = DifferenceRow.of(List.of(figuresOf(closed())), "Bitget", figures, Example.NOW);

        assertThat(rows).extracting(row -> row.cells().stream().map(Cell::text).toList()).containsExactly(
                List.of("figures differ", "BTCUSDT LONG", "12 Nov 13:06", "Funding", "0.00000000", "\u22120.41233800", "\u22120.41233800"),
                List.of("", "", "", "Average exit", "104,512.5", "104,512.75", "+0.25"));
    }

    @Test
    void aLifeThatOnlyTheJournalHasIsToldByItsNetAndAnOpenOneByItsSize() {
        var rows = DifferenceRow.of(List.of(onlyJournal(closed()), onlyJournal(Example.position().open())), "Bitget", figures, Example.NOW);

        assertThat(rows).extracting(row -> row.cells().stream().map(Cell::text).toList()).containsExactly(
                List.of("only in the journal", "BTCUSDT LONG", "12 Nov 13:06", "Net", "407.90000000", "\u2013", "\u2013"),
                List.of("only in the journal", "BTCUSDT LONG", "open", "Size", "0.2", "\u2013", "\u2013"));
    }

    private static Comparison comparison(int compared, Difference... differences) {
        return new Comparison(Example.MAIN, Example.NOW.minus(Duration.ofDays(90)), Example.NOW.minusSeconds(60), compared,
                List.of(differences));
    }

    private static Trade closed() {
        return Example.position().closed("407.9", Certainty.CONFIRMED, Exit.Basis.RECORD);
    }

    private static Difference figuresOf(Trade trade) {
        return new Difference(Difference.Kind.FIGURES, trade.slot(), trade.exit().map(Exit::closedAt), List.of(
                new Difference.Field("funding", Optional.of(Example.decimal("0")), Optional.of(Example.decimal("-0.412338"))),
                new Difference.Field("exitPrice", Optional.of(Example.decimal("104512.5")), Optional.of(Example.decimal("104512.75")))),
                Optional.of(trade), Optional.empty(), Optional.empty());
    }

    private static Difference onlyJournal(Trade trade) {
        return new Difference(Difference.Kind.ONLY_JOURNAL, trade.slot(), trade.exit().map(Exit::closedAt), List.of(), Optional.of(trade),
                Optional.empty(), Optional.empty());
    }
}
