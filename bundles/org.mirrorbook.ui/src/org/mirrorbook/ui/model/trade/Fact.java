package org.mirrorbook.ui.model.trade;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.ui.model.Cell;

/**
 * One fact of a trade.
 *
 * @param label what it is
 * @param value what it is now; its tip says where it comes from
 */
public record Fact(String label, Cell value) {

    public Fact {
        requireNonNull(label);
        requireNonNull(value);
    }
}
