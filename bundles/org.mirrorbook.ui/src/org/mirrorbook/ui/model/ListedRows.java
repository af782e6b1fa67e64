package org.mirrorbook.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows that are all at hand. */
final class ListedRows implements RowSource {

    private final List<? extends Row> rows;
    private final Map<Object, Integer> places = new HashMap<>();

    ListedRows(List<? extends Row> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Row row(int index) {
        return rows.get(index);
    }

    @Override
    public int indexOf(Object key) {
        if (places.isEmpty()) {
            for (int at = 0; at < rows.size(); at++) {
                places.put(rows.get(at).key(), at);
            }
        }
        return places.getOrDefault(key, -1);
    }
}
