package org.mirrorbook.ui.model;

/** By which column rows are sorted. @param column its index in the list of all columns */
public record Sorting(int column, boolean ascending) {
}
