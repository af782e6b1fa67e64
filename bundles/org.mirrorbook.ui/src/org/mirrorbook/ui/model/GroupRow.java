package org.mirrorbook.ui.model;

/** The head of a group, which opens and closes it. */
public interface GroupRow extends SpanRow {

    /** Whether the rows of the group are shown below it. */
    boolean open();
}
