package org.mirrorbook.exchange.bitget.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.ClosingRows;

/**
 * The closing records of a scope. Pages go from the newest close back until one is wholly older. No start time is sent: it is not known
 * whether the venue means the start or the end of a life by it, and a life that began before must not be missed.
 */
record ClosedPositions(Pages pages) {

    List<ClosingRecord> read(Scope scope, Instant since) {
        var records = new LinkedHashMap<RecordKey, ClosingRecord>();
        pages.all(Endpoint.CLOSED_POSITIONS, "list", Pages.query(scope), rows -> {
            var page = rows.stream().map(row -> ClosingRows.ofRest(scope, row)).toList();
            var wanted = page.stream().filter(record -> !record.closedAt().isBefore(since)).toList();
            // a row that closed nothing is no life
            wanted.stream().filter(record -> record.closeSize().signum() != 0)
                    .forEach(record -> records.putIfAbsent(record.key(), record));
            return !wanted.isEmpty();
        });
        return records.values().stream().sorted(Comparator.comparing(ClosingRecord::closedAt)).toList();
    }
}
