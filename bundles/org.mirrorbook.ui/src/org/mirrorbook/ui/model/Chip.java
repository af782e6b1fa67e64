package org.mirrorbook.ui.model;

/** The coloured field behind a word. */
public enum Chip {
    WIN, LOSS, BE, OPEN, WARN, ERROR, TAG
}
