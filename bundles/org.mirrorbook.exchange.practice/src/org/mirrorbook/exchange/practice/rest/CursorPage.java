package org.mirrorbook.exchange.practice.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a v3 list: newest first, the {@code cursor} of one page is that of the next call. A call covers 30 days at most and nothing
 * older than 90 days is told (protocol notes, Bitget 7); without {@code startTime} it covers the 30 days before its end.
 *
 * @param id what the list is paged by; grows with time
 * @param time what {@code startTime} and {@code endTime} are compared with
 */
record CursorPage<T>(ToLongFunction<T> id, ToLongFunction<T> time) {

    private static final long MOST = 100;
    private static final long SPAN = Duration.ofDays(30).toMillis();
    private static final long MEMORY = Duration.ofDays(90).toMillis();

    /** The page the call asks for out of entries in order of time, oldest first. */
    ObjectNode answer(Call call, List<T> entries, Predicate<T> wanted, Page.Row<T> row) throws RestProblem {
        long before = call.number("cursor").orElse(Long.MAX_VALUE);
        long limit = Math.max(1, Math.min(MOST, call.number("limit").orElse(MOST)));
        Optional<Long> start = call.number("startTime");
        Optional<Long> end = call.number("endTime");
        long until = end.orElseGet(() -> start.map(from -> Math.min(call.now(), from + SPAN)).orElse(call.now()));
        long from = Math.max(start.orElse(until - SPAN), call.now() - MEMORY);
        if (start.isPresent() && until - start.get() > SPAN) {
            throw new RestProblem("400172", "Parameter verification failed: startTime and endTime are more than 30 days apart");
        }
        List<T> newestFirst = new ArrayList<>(entries);
        Collections.reverse(newestFirst);
        List<T> page = newestFirst.stream()
                .filter(entry -> id.applyAsLong(entry) < before)
                .filter(entry -> time.applyAsLong(entry) >= from && time.applyAsLong(entry) <= until)
                .filter(wanted)
                .limit(limit)
                .toList();
        ObjectNode data = call.json().object();
        ArrayNode rows = data.putArray("list");
        page.forEach(entry -> rows.add(row.of(entry)));
        if (page.isEmpty()) {
            data.putNull("cursor");
        } else {
            data.put("cursor", Long.toString(id.applyAsLong(page.getLast())));
        }
        return data;
    }
}
