package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

import org.mirrorbook.domain.journal.TradeId;

/** The trades of a table in the order that the user sees, heads of groups and other rows passed over. On the UI thread only. */
public record TradeOrder(RowSource rows) {

    public TradeOrder {
        requireNonNull(rows);
    }

    /**
     * Where the neighbour of a trade is.
     *
     * @param steps how many trades further down; up when negative
     * @return its place among the rows, the last one there is where the order ends before; absent when the trade is not among them
     */
    public OptionalInt neighbour(TradeId from, int steps) {
        int at = rows.indexOf(from);
        if (at < 0) {
            return OptionalInt.empty();
        }
        int way = Integer.signum(steps);
        int left = Math.abs(steps);
        int found = at;
        for (int next = at + way; left > 0 && next >= 0 && next < rows.size(); next += way) {
            if (rows.row(next) instanceof TradeRow) {
                found = next;
                left--;
            }
        }
        return OptionalInt.of(found);
    }
}
