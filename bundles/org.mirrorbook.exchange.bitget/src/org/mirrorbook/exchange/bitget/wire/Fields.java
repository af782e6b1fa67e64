package org.mirrorbook.exchange.bitget.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object while it is read. A field that comes twice is found here and not by the parser, which would keep a set of
 * names of its own beside the ones that are kept anyway. What has no room is not made: most objects are scalars alone.
 */
final class Fields {

    /** A position has some 25 fields. */
    private static final int USUAL = 48;

    private final Map<String, String> scalars = new HashMap<>(USUAL);
    private Map<String, List<WireRow>> lists = Map.of();
    private Set<String> single = Set.of();
    private Map<String, List<String>> texts = Map.of();
    private Set<String> odd = Set.of();
    /** Names of all that are no scalars. */
    private Set<String> others = Set.of();

    /** Characters of a value. */
    void scalar(String field, String text) {
        if (scalars.put(field, text) != null || others.contains(field)) {
            throw twice();
        }
    }

    /** There, and nothing in it. */
    void nothing(String field) {
        other(field);
    }

    /** One object without a list around it. */
    void one(String field, WireRow row) {
        other(field);
        rows(field, List.of(row));
        single = single.isEmpty() ? new HashSet<>() : single;
        single.add(field);
    }

    /** Sent as {@code ""}. */
    void empty(String field) {
        other(field);
        put(field, List.of());
    }

    /**
     * A list.
     *
     * @param rows where there is nothing else than objects in it
     * @param values where there is nothing else than single values in it; an empty list is both
     */
    void list(String field, Optional<List<WireRow>> rows, Optional<List<String>> values) {
        other(field);
        values.ifPresent(all -> put(field, List.copyOf(all)));
        if (rows.isPresent()) {
            rows(field, List.copyOf(rows.get()));
        } else {
            odd = odd.isEmpty() ? new HashSet<>() : odd;
            odd.add(field);
        }
    }

    private void put(String field, List<String> values) {
        texts = texts.isEmpty() ? new HashMap<>() : texts;
        texts.put(field, values);
    }

    private void rows(String field, List<WireRow> rows) {
        lists = lists.isEmpty() ? new HashMap<>() : lists;
        lists.put(field, rows);
    }

    private void other(String field) {
        others = others.isEmpty() ? new HashSet<>() : others;
        if (!others.add(field) || scalars.containsKey(field)) {
            throw twice();
        }
    }

    /** Without its name, which may be anything. */
    private static UnreadableFrame twice() {
        return new UnreadableFrame("a field comes twice");
    }

    /** The object; nothing more is added afterwards. */
    WireRow row() {
        return new WireRow(scalars, lists, single, texts, odd);
    }
}
