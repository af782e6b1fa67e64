package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.TradeId;

class RowChangesTest {

    @Test
    void whatLooksTheSameIsNotTouched() {
        assertThat(RowChanges.between(shown(row("a", "1"), row("b", "2")), List.of(row("a", "1"), row("b", "2"))).isEmpty()).isTrue();
    }

    @Test
    void oneMovedPriceChangesOneRow() {
        var changes = RowChanges.between(shown(row("a", "1"), row("b", "2")), List.of(row("a", "1"), row("b", "3")));

        assertThat(changes).isEqualTo(new RowChanges(List.of(), List.of(), List.of(row("b", "3"))));
    }

    @Test
    void anOpenedPositionIsAddedAndAClosedOneRemoved() {
        var changes = RowChanges.between(shown(row("a", "1")), List.of(row("b", "2")));

        assertThat(changes).isEqualTo(new RowChanges(List.of(row("b", "2")), List.of(row("a", "1")), List.of()));
    }

    @Test
    void aRowWhosePlaceInTheOrderChangedIsRemovedAndAdded() {
        var before = new LiveRow(new TradeId("a"), Example.MAIN, "Main BTC", List.of(Cell.of("1")));
        var after = new LiveRow(new TradeId("a"), Example.MAIN, "Second BTC", List.of(Cell.of("1")));

        assertThat(RowChanges.between(Map.of(before.id(), before), List.of(after)))
                .isEqualTo(new RowChanges(List.of(after), List.of(before), List.of()));
    }

    @Test
    void theChangesAlwaysTurnWhatIsShownIntoWhatIsNewest() {
        var random = new Random(20261112);
        for (int round = 0; round < 500; round++) {
            var shown = some(random);
            var newest = new ArrayList<>(some(random).values());

            var changes = RowChanges.between(shown, newest);

            var result = new LinkedHashMap<>(shown);
            changes.removed().forEach(row -> result.remove(row.id()));
            changes.added().forEach(row -> assertThat(result.put(row.id(), row)).as("an added row is new").isNull());
            changes.changed().forEach(row -> assertThat(result.put(row.id(), row)).as("a changed row is there, and looks different")
                    .isNotNull().isNotEqualTo(row));
            assertThat(result.values()).containsExactlyInAnyOrderElementsOf(newest);
        }
    }

    private static Map<TradeId, LiveRow> some(Random random) {
        var rows = new LinkedHashMap<TradeId, LiveRow>();
        for (String id : List.of("a", "b", "c", "d", "e")) {
            if (random.nextBoolean()) {
                var row = row(id, String.valueOf(random.nextInt(3)));
                rows.put(row.id(), row);
            }
        }
        return rows;
    }

    private static Map<TradeId, LiveRow> shown(LiveRow... rows) {
        var shown = new LinkedHashMap<TradeId, LiveRow>();
        for (LiveRow row : rows) {
            shown.put(row.id(), row);
        }
        return shown;
    }

    private static LiveRow row(String id, String mark) {
        return new LiveRow(new TradeId(id), Example.MAIN, id, List.of(Cell.of(mark)));
    }
}
