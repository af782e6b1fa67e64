package org.mirrorbook.exchange.practice.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a list that is read backwards: newest first, {@code endId} of one page is {@code idLessThan} of the next (protocol notes,
 * Bitget 6.3).
 *
 * @param id what the list is paged by; grows with time
 * @param time what {@code startTime} and {@code endTime} are compared with
 */
record Page<T>(ToLongFunction<T> id, ToLongFunction<T> time, int usualLimit) {

    private static final int MOST = 100;

    /** How a row is written. */
    interface Row<T> {
        ObjectNode of(T entry);
    }

    /** The page the call asks for, under the given name, out of entries in order of time, oldest first. */
    ObjectNode answer(Call call, String name, List<T> entries, Predicate<T> wanted, Row<T> row) throws RestProblem {
        long before = call.number("idLessThan").orElse(Long.MAX_VALUE);
        long from = call.number("startTime").orElse(Long.MIN_VALUE);
        long until = call.number("endTime").orElse(Long.MAX_VALUE);
        long limit = Math.max(1, Math.min(MOST, call.number("limit").orElse((long) usualLimit)));
        List<T> newestFirst = new ArrayList<>(entries);
        Collections.reverse(newestFirst);
        List<T> page = newestFirst.stream()
                .filter(entry -> id.applyAsLong(entry) < before)
                .filter(entry -> time.applyAsLong(entry) >= from && time.applyAsLong(entry) <= until)
                .filter(wanted)
                .limit(limit)
                .toList();
        ObjectNode data = call.json().object();
        ArrayNode rows = data.putArray(name);
        page.forEach(entry -> rows.add(row.of(entry)));
        if (page.isEmpty()) {
            data.putNull("endId");
        } else {
            data.put("endId", Long.toString(id.applyAsLong(page.getLast())));
        }
        return data;
    }
}
