package org.mirrorbook.exchange.bitget.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.OrderRows;

/**
 * What the orders of a scope say about why they closed. The venue selects by the time an order was made; one that was made before the first
 * time asked for and done after it is not told.
 */
record OldOrders(Pages pages) {

    List<OrderNote> closeReasons(Scope scope, Instant wanted, Instant until) {
        var since = pages.remembered(wanted);
        var notes = new LinkedHashMap<String, OrderNote>();
        var asked = new Spans(since, until);
        for (var span : Spans.weeks(since, until)) {
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
