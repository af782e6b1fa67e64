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

    private final ComparisonWords words = new ComparisonWords(new Figures(ZoneOffset.UTC));

    @Test
    void equalBooksSaySoWithHowManyLivesAndWhen() {
        assertThat(words.last(comparison(1), Example.NOW)).last().extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("equal to the exchange\u2019s, 1 life compared 14:05", Shape.CHECK, Tone.LIVE);
    }

    @Test
    void differentBooksSayHowManyLivesDiffer() {
        var different = comparison(12, figuresOf(closed()), onlyJournal(closed()));

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
