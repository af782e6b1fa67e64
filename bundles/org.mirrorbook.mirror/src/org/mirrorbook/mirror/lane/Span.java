package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of the venue's time, both ends included. */
record Span(Instant since, Instant until) {

    /** Two spans that are nearer to each other than this are asked for as one. */
    private static final Duration NEAR = Duration.ofMinutes(10);

    /** A moment with so much before and after it. */
    static Span around(Instant moment, Duration slack) {
        return new Span(moment.minus(slack), moment.plus(slack));
    }

    /**
     * These spans and one more, oldest first, those that are near each other as one.
     *
     * @param most so many may be left; beyond that the oldest two become one, so that nothing is lost
     */
    static List<Span> with(List<Span> spans, Span more, int most) {
        var sorted = new ArrayList<>(spans);
        sorted.add(more);
        sorted.sort(Comparator.comparing(Span::since));
        var joined = new ArrayList<Span>();
        for (var span : sorted) {
            if (!joined.isEmpty() && !span.since.isAfter(joined.getLast().until.plus(NEAR))) {
                joined.add(joined.removeLast().and(span));
            } else {
                joined.add(span);
            }
        }
        if (joined.size() > most) {
            joined.addFirst(joined.removeFirst().and(joined.removeFirst()));
        }
        return List.copyOf(joined);
    }

    /** Whether the other one is a part of this one. */
    boolean holds(Span other) {
        return !other.since.isBefore(since) && !other.until.isAfter(until);
    }

    private Span and(Span other) {
        return new Span(since.isBefore(other.since) ? since : other.since, until.isAfter(other.until) ? until : other.until);
    }
}
