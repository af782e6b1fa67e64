package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.TradeId;

/** Two groups of two trades, each below its head: head, first, second, head, third, fourth. */
class TradeOrderTest {

    private static final TradeId FIRST = new TradeId("first");
    private static final TradeId SECOND = new TradeId("second");
    private static final TradeId THIRD = new TradeId("third");
    private static final TradeId FOURTH = new TradeId("fourth");

    private final RowSource rows = RowSource.of(List.of(new Head("one"), JournalRow.awaited(FIRST), JournalRow.awaited(SECOND),
            new Head("two"), JournalRow.awaited(THIRD), JournalRow.awaited(FOURTH)));
    private final TradeOrder order = new TradeOrder(rows);

    private record Head(String key) implements Row {
        @Override
        public List<Cell> cells() {
            return List.of();
        }
    }

    @Test
    void theNeighbourIsTheNextTradeAndHeadsOfGroupsArePassedOver() {
        assertThat(order.neighbour(FIRST, 1)).hasValue(rows.indexOf(SECOND));
        assertThat(order.neighbour(SECOND, 1)).hasValue(rows.indexOf(THIRD));
        assertThat(order.neighbour(THIRD, -1)).hasValue(rows.indexOf(SECOND));
        assertThat(order.neighbour(FIRST, 3)).hasValue(rows.indexOf(FOURTH));
    }

    @Test
    void atAnEndTheOrderStaysWhereItIs() {
        assertThat(order.neighbour(FOURTH, 1)).hasValue(rows.indexOf(FOURTH));
        assertThat(order.neighbour(FIRST, -1)).hasValue(rows.indexOf(FIRST));
        assertThat(order.neighbour(SECOND, 7)).hasValue(rows.indexOf(FOURTH));
    }

    @Test
    void aTradeThatIsNotAmongTheRowsHasNoNeighbour() {
        assertThat(order.neighbour(new TradeId("filtered"), 1)).isEmpty();
    }

    @Test
    void rowsThatAreNotOnTheWayAreNotAskedFor() {
        var asked = new ArrayList<Integer>();
        var million = new RowSource() {
            @Override
            public int size() {
                return 1_000_000;
            }

            @Override
            public Row row(int index) {
                asked.add(index);
                return JournalRow.awaited(new TradeId("t" + index));
            }

            @Override
            public int indexOf(Object key) {
                return key instanceof TradeId id ? Integer.parseInt(id.value().substring(1)) : -1;
            }
        };

        assertThat(new TradeOrder(million).neighbour(new TradeId("t500000"), 2)).hasValue(500_002);
        assertThat(asked).containsExactly(500_001, 500_002);
    }
}
