package org.mirrorbook.exchange.bitget.unified;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that one question covers, both ends included. */
record Span(Instant from, Instant to) {

    /** Cuts a time into spans that are no longer than the longest, newest first; none when it ends before it begins. */
    static List<Span> back(Instant from, Instant to, Duration longest) {
        var spans = new ArrayList<Span>();
        for (var end = to; !end.isBefore(from); end = end.minus(longest)) {
            var start = end.minus(longest);
            spans.add(new Span(start.isBefore(from) ? from : start, end));
        }
        return spans;
    }
}
