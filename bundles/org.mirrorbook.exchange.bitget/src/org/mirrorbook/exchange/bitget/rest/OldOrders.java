package org.mirrorbook.exchange.bitget.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.OrderRows;

/**
 * What the orders of a scope say about why they closed. The venue selects by the time an order was made, so the question begins a day
 * earlier than what is wanted: one that rested for longer before it was done is not told.
 */
record OldOrders(Pages pages) {

    /** An order may have waited for its price. */
    private static final Duration RESTED = Duration.ofDays(1);

    List<OrderNote> closeReasons(Scope scope, Instant since, Instant until) {
        var notes = new LinkedHashMap<String, OrderNote>();
        var asked = new Spans(since, until);
        for (var span : Spans.weeks(pages.remembered(pages.remembered(since).minus(RESTED)), until)) {
            pages.all(Endpoint.OLD_ORDERS, "entrustedList", Pages.query(scope, "startTime", span.startTime(), "endTime", span.endTime()),
                    rows -> {
                        OrderRows.closing(scope, rows, pages::strange).stream().filter(note -> asked.contains(note.at()))
                                .forEach(note -> notes.putIfAbsent(note.orderId(), note));
                        return true;
                    });
        }
        return notes.values().stream().sorted(Comparator.comparing(OrderNote::at)).toList();
    }
}
