package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Rows for other programs, and for those who hear them. */
class CopiedRowsTest {

    private static final List<ColumnSpec> SPECS = List.of(ColumnSpec.words("", 20, 0).about("State"), ColumnSpec.words("Symbol", 80, 0),
            ColumnSpec.figures("Net", 80, 0), ColumnSpec.figures("Stop", 80, 0));
    private static final List<Columns.Place> SHOWN = new Columns(SPECS, ColumnSpec::width).fit(1_000);

    private record Told(List<Cell> cells) implements Row {
        @Override
        public String about() {
            return "R&D long, Main, live";
        }
    }

    private final Told row = new Told(List.of(Cell.of("").with(Shape.DOT).tip("live"), Cell.of("R&D"), Cell.of("\u22121,234.50"),
            Cell.of("101,950.0").tag(new Tag("LIVE", Tone.TEXT))));
    private final Told unknown = new Told(List.of(Cell.empty(), Cell.of("BTC"), Cell.of(Figures.ABSENT), Cell.empty()));

    @Test
    void figuresAreUngroupedWithAPlainMinusAndTheUnknownIsEmpty() {
        assertThat(new CopiedRows(SPECS, SHOWN, List.of(row, unknown), true).tabbed().lines()).containsExactly("State\tSymbol\tNet\tStop",
                "live\tR&D\t-1234.50\t101950.0 LIVE", "\tBTC\t\t");
    }

    @Test
    void asATableOfAPageItsSignsAreEscaped() {
        assertThat(new CopiedRows(SPECS, SHOWN, List.of(row), false).table())
                .isEqualTo("<table><tr><td>live</td><td>R&amp;D</td><td>-1234.50</td><td>101950.0 LIVE</td></tr></table>");
    }

    @Test
    void heardASignIsAWordAndTheUnknownIsSaid() {
        assertThat(RowSentence.of(row, SPECS, SHOWN)).isEqualTo("State live, Symbol R&D, Net minus 1,234.50, Stop 101,950.0 LIVE");
        assertThat(RowSentence.of(unknown, SPECS, SHOWN)).isEqualTo("Symbol BTC, Net unknown");
    }

    @Test
    void aCellHeardByItselfSaysItsColumnAndWhatItsRowIsAbout() {
        assertThat(RowSentence.of(row, SPECS.get(2), 2)).isEqualTo("Net, minus 1,234.50, R&D long, Main, live");
        assertThat(RowSentence.of(unknown, SPECS.get(2), 2)).isEqualTo("Net, unknown, R&D long, Main, live");
    }
}
