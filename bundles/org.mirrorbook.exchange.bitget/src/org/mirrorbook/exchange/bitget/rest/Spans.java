package org.mirrorbook.exchange.bitget.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time in pieces that a list may be asked for at once. */
record Spans(Instant from, Instant to) {

    /** The longest that the stricter lists take (protocol notes, Bitget 6.3). */
    static final Duration WEEK = Duration.ofDays(7);

    /** The pieces, oldest first; each begins where the one before ends, so that nothing falls between two. */
    static List<Spans> weeks(Instant since, Instant until) {
        var spans = new ArrayList<Spans>();
        for (var from = since; from.isBefore(until) || from.equals(since) && since.equals(until); from = from.plus(WEEK)) {
            spans.add(new Spans(from, from.plus(WEEK).isBefore(until) ? from.plus(WEEK) : until));
        }
        return List.copyOf(spans);
    }

    String startTime() {
        return Long.toString(from.toEpochMilli());
    }

    String endTime() {
        return Long.toString(to.toEpochMilli());
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
