package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What is heard of a row and of a cell. */
class RowSentenceTest {

    private static final ColumnSpec STATE = ColumnSpec.words("State", 300, 8);
    private static final ColumnSpec GAPS = ColumnSpec.figures("Gaps today", 76, 0).about("Gaps: how often the link was lost today");
    private static final ColumnSpec NET = ColumnSpec.figures("Net P&L", 82, 1);
    private static final List<ColumnSpec> SPECS = List.of(STATE, GAPS, NET);
    private static final List<Columns.Place> ALL = List.of(new Columns.Place(0, 300), new Columns.Place(1, 76), new Columns.Place(2, 82));

    @Test
    void aColumnIsCalledShortlyAndWhatExplainsItIsLeftOut() {
        var row = new Line(List.of(Cell.of("live"), Cell.of("2"), Cell.of("\u2212134.10").with(Shape.DOWN)));

        assertThat(RowSentence.of(row, SPECS, ALL)).isEqualTo("State live, Gaps 2, Net P&L minus 134.10");
        assertThat(RowSentence.of(row, NET, 2)).isEqualTo("Net P&L, minus 134.10, XRPUSDT long, Main");
    }

    @Test
    void aLineOfWordsIsNotSaidTwiceBecauseItsTipSaysItAgain() {
        var state = Cell.of("").with(Shape.DOT).then(Cell.of("live").on(Chip.WIN), Cell.label("2 positions")).tip("2 positions");

        assertThat(RowSentence.cell(state, STATE)).isEqualTo("State live 2 positions");
    }

    @Test
    void whatIsNotKnownIsSaidToBeUnknown() {
        assertThat(RowSentence.cell(Cell.of(Figures.ABSENT), NET)).isEqualTo("Net P&L unknown");
    }

    private record Line(List<Cell> cells) implements Row {
        @Override
        public Object key() {
            return this;
        }

        @Override
        public String about() {
            return "XRPUSDT long, Main";
        }
    }
}
