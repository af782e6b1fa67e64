package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Time 60, what 70, price 50, fee 40 and its coin 30: 250 together; fee and coin leave first, then the price. */
class ColumnRoomTest {

    private final List<ColumnSpec> specs = List.of(ColumnSpec.words("Time", 60, 0), ColumnSpec.words("What", 70, 1),
            ColumnSpec.figures("Price", 50, 0).leaving(2), ColumnSpec.figures("Fee", 40, 0).leaving(1),
            ColumnSpec.words("Coin", 30, 0).leaving(1));
    private final ColumnRoom columns = new ColumnRoom(specs, List.of(60, 70, 50, 40, 30));

    @Test
    void whereThereIsRoomForAllNoneLeaves() {
        assertThat(columns.leaving(250)).isEmpty();
    }

    @Test
    void columnsOfOneNumberLeaveTogetherAndTheNextOnesOnlyWhenTheyMust() {
        assertThat(columns.leaving(249)).containsExactlyInAnyOrder(3, 4);
        // 250 - 40 - 30 = 180
        assertThat(columns.leaving(180)).containsExactlyInAnyOrder(3, 4);
        assertThat(columns.leaving(179)).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void whatHasNoNumberStaysHoweverNarrowTheTableIs() {
        assertThat(columns.leaving(1)).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void aWidthForEachColumnIsNeeded() {
        assertThatThrownBy(() -> new ColumnRoom(specs, List.of(60))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 columns of 1 widths");
    }
}
