package org.mirrorbook.exchange.practice.rest;

import java.util.List;
import java.util.Map;

import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.wire.Numerals;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a reply says in the odd ways of the venue: null for an empty list, cTime for ctime, numbers without quotes. */
final class Dress {

    private final Oddities oddities;

    Dress(Oddities oddities) {
        this.oddities = oddities;
    }

    /** The data as it is to be sent; the node given may be changed. */
    JsonNode of(JsonNode data) {
        if (oddities.is(Oddity.NULL_LISTS) && data instanceof ArrayNode list && list.isEmpty()) {
            return NullNode.getInstance();
        }
        if (data instanceof ObjectNode object) {
            lists(object);
            row(object);
        }
        data.valueStream().filter(ObjectNode.class::isInstance).forEach(row -> row((ObjectNode) row));
        return data;
    }

    private void lists(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            JsonNode value = field.getValue();
            if (oddities.is(Oddity.NULL_LISTS) && value.isArray() && value.isEmpty()) {
                object.putNull(field.getKey());
            } else if (oddities.isOffByName(Oddity.NULL_LISTS) && value.isNull() && isList(field.getKey())) {
                object.putArray(field.getKey());
            }
            value.valueStream().filter(ObjectNode.class::isInstance).forEach(row -> row((ObjectNode) row));
        }
    }

    private static boolean isList(String name) {
        return name.equals("list") || name.endsWith("List");
    }

    private void row(ObjectNode row) {
        if (oddities.is(Oddity.CTIME_UPPER)) {
            rename(row, "ctime", "cTime");
            rename(row, "utime", "uTime");
        }
        if (oddities.is(Oddity.ALL_NUMERIC)) {
            Numerals.unquote(row);
        }
        if (oddities.is(Oddity.UNKNOWN_FIELDS)) {
            row.put("novelty", "17");
        }
    }

    private static void rename(ObjectNode row, String from, String to) {
        if (row.has(from)) {
            row.set(to, row.remove(from));
        }
    }
}
