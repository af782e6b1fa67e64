package org.mirrorbook.exchange.bitget.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.FillRows;

/**
 * The fills of a scope: of the last week asked for from one list, older ones from the other, which demo trading does not have (protocol
 * notes, Bitget 1.3 and 6.3). There the first list has to do for all.
 */
record Fills(Pages pages) {

    /** Ids are numbers of growing length. */
    private static final Comparator<Fill> IN_ORDER = Comparator.comparing(Fill::at)
            .thenComparing(Fill::fillId, Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    List<Fill> read(Scope scope, Instant wanted, Instant until) {
        var since = pages.remembered(wanted);
        var fills = new LinkedHashMap<String, Fill>();
        var weekBefore = until.minus(Spans.WEEK);
        boolean divided = scope.environment() != Environment.DEMO && since.isBefore(weekBefore);
        if (divided) {
            Spans.weeks(since, weekBefore).forEach(span -> read(Endpoint.OLD_FILLS, scope, span, fills));
        }
        Spans.weeks(divided ? weekBefore : since, until).forEach(span -> read(Endpoint.FILLS, scope, span, fills));
        var sorted = new ArrayList<>(fills.values());
        sorted.sort(IN_ORDER);
        return List.copyOf(sorted);
    }

    private void read(Endpoint list, Scope scope, Spans span, Map<String, Fill> fills) {
        var sides = new OrderSides(pages, scope);
        pages.all(list, "fillList", Pages.query(scope, "startTime", span.startTime(), "endTime", span.endTime()), rows -> {
            FillRows.read(scope, rows.stream().map(sides::complete).toList(), pages::strange).stream()
                    .filter(fill -> span.contains(fill.at()))
                    .forEach(fill -> fills.putIfAbsent(fill.fillId(), fill));
            return true;
        });
    }
}
