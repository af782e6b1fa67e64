package org.mirrorbook.ui.model.live;

import java.util.List;

import org.mirrorbook.ui.model.Emptiness;
import org.mirrorbook.ui.model.Row;

/**
 * All that Live Positions shows at one moment.
 *
 * @param rows positions, and the heads of their groups
 * @param otherwise why there are none, if there are none
 */
public record LivePage(List<Row> rows, List<LiveSum> totals, Emptiness otherwise) {

    public LivePage {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }
}
