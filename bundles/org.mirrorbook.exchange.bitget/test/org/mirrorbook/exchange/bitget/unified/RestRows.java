package org.mirrorbook.exchange.bitget.unified;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/** The rows of REST lists of unified accounts, for tests outside this package. */
public final class RestRows {

    private RestRows() {
    }

    public static List<PositionRow> positions(Scope scope, List<WireRow> rows, Instant at) {
        return rows.stream().filter(row -> !UnifiedPositions.isGone(row)).map(row -> UnifiedPositions.ofRest(scope, row, at)).toList();
    }

    public static List<ClosingRecord> records(Scope scope, List<WireRow> rows) {
        return rows.stream().map(row -> UnifiedRecords.read(scope, row)).toList();
    }

    public static List<Fill> fills(Scope scope, List<WireRow> rows) {
        return rows.stream().filter(UnifiedFills::isOne).map(row -> UnifiedFills.read(scope, row, false)).toList();
    }

    public static List<Optional<OrderNote>> orders(Scope scope, List<WireRow> rows) {
        return rows.stream().map(row -> UnifiedOrders.closing(scope, row, false)).toList();
    }
}
