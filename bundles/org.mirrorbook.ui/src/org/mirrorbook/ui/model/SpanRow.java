package org.mirrorbook.ui.model;

/**
 * A row whose first words run over the columns up to its first figure, and its last ones over the columns behind its last figure: totals,
 * and the heads of groups. Its cells hold the figures alone.
 */
public interface SpanRow extends Row {

    /** From the left. */
    Cell head();

    /** To the right. */
    default Cell tail() {
        return Cell.empty();
    }
}
