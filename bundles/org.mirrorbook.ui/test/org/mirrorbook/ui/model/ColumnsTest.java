package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Symbol 100 (grows), Size 60 (leaves first), Stop 90 (leaves second, grows), Mark 70. */
class ColumnsTest {

    private static final List<ColumnSpec> SPECS = List.of(ColumnSpec.words("Symbol", 100, 1), ColumnSpec.figures("Size", 60, 0).leaving(1),
            ColumnSpec.figures("Stop", 90, 1).leaving(2), ColumnSpec.figures("Mark", 70, 0));

    private final Columns columns = new Columns(SPECS, ColumnSpec::width);

    @Test
    void whereThereIsRoomAllAreShownAndThoseThatGrowShareTheRest() {
        // 320 are needed: of the other 30 each of two gets 15
        assertThat(columns.fit(350)).extracting(Columns.Place::width).containsExactly(115, 60, 105, 70);
    }

    @Test
    void aNarrowTableLosesColumnsByTheirNumber() {
        assertThat(titles(319)).containsExactly("Symbol", "Stop", "Mark");
        assertThat(titles(259)).containsExactly("Symbol", "Mark");
        assertThat(titles(10)).containsExactly("Symbol", "Mark");
    }

    @Test
    void columnsThatLeftComeBackWithTheWidthsThatAllHadBefore() {
        var before = columns.fit(400);
        columns.fit(200);
        columns.fit(270);

        assertThat(columns.fit(400)).isEqualTo(before);
    }

    @Test
    void aWidthThatTheUserChoseStays() {
        columns.widen(2, 140);

        assertThat(columns.fit(400)).extracting(Columns.Place::width).containsExactly(130, 60, 140, 70);
    }

    @Test
    void aFigureThatNeedsMoreRoomGetsItUnlessTheUserChoseTheWidth() {
        assertThat(columns.needs(3, 95)).isTrue();
        assertThat(columns.needs(3, 95)).isFalse();
        columns.widen(2, 50);
        assertThat(columns.needs(2, 95)).isFalse();

        assertThat(columns.fit(305)).extracting(Columns.Place::width).containsExactly(100, 60, 50, 95);
    }

    @Test
    void whatTheUserChoseIsKept() {
        columns.show(1, false);
        columns.move(3, 0);
        columns.widen(0, 133);
        var other = new Columns(SPECS, ColumnSpec::width);
        other.restore(columns.kept());

        assertThat(other.fit(1_000)).isEqualTo(columns.fit(1_000)).extracting(Columns.Place::index).containsExactly(3, 0, 2);
    }

    @Test
    void aColumnThatIsNewSinceThenStandsWhereItBelongs() {
        var before = new Columns(List.of(SPECS.get(0), SPECS.get(3)), ColumnSpec::width);
        before.move(1, 0);

        columns.restore(before.kept());

        assertThat(titles(1_000)).containsExactly("Mark", "Size", "Stop", "Symbol");
    }

    @Test
    void whatCannotBeReadIsAsIfNothingWasKept() {
        columns.restore("x;y,,;,,1,Size,1");

        assertThat(titles(1_000)).containsExactly("Symbol", "Size", "Stop", "Mark");
    }

    @Test
    void theLastColumnCannotBeHidden() {
        List.of(0, 1, 2, 3).forEach(index -> columns.show(index, false));

        assertThat(columns.fit(500)).hasSize(1);
    }

    @Test
    void aColumnOnRequestIsHiddenUntilItIsAskedFor() {
        var more = new Columns(List.of(SPECS.getFirst(), ColumnSpec.words("Mode", 50, 0).whenAsked()), ColumnSpec::width);

        assertThat(more.fit(500)).hasSize(1);
        more.show(1, true);
        assertThat(more.fit(500)).hasSize(2);
    }

    private List<String> titles(int room) {
        return columns.fit(room).stream().map(place -> SPECS.get(place.index()).title()).toList();
    }
}
