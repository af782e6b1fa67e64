package org.mirrorbook.exchange.bitget.unified;

import java.math.BigDecimal;
import java.util.Optional;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.WireRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Final statements about ended lives of unified accounts. Fees and funding are negative when paid already; the id is of the life, its
 * creation time is not reliable as its start (protocol notes, Bitget 4.1 and 7).
 */
final class UnifiedRecords {

    /** Each part is rounded to eight places for itself (protocol notes, Bitget 4.1). */
    private static final BigDecimal NET_TOLERANCE = new BigDecimal("2e-8");

    private static final Logger LOG = LoggerFactory.getLogger(UnifiedRecords.class);

    private UnifiedRecords() {
    }

    static ClosingRecord read(Scope scope, WireRow row) {
        var id = row.name("positionId");
        var life = new LifeMark(id, id.isPresent() ? IdScope.LIFE : IdScope.NONE, row.time("createdTime"), false);
        var record = new ClosingRecord(UnifiedPositions.slot(scope, row), life, row.needTime("updatedTime"),
                row.needDecimal("openPriceAvg"), row.needDecimal("closePriceAvg"), row.needDecimal("openTotalPos"),
                row.needDecimal("closeTotalPos"), row.needDecimal("cumRealisedPnl"), row.decimalOrZero("openFeeTotal"),
                row.decimalOrZero("closeFeeTotal"), row.decimalOrZero("totalFunding"), row.decimal("netProfit"));
        compare(record, record.reportedNet());
        return record;
    }

    /** Both are kept. If they differ, a cost that is not known to us is in the one or the other, and somebody should hear of it. */
    private static void compare(ClosingRecord record, Optional<BigDecimal> reported) {
        reported.filter(net -> net.subtract(record.net()).abs().compareTo(NET_TOLERANCE) > 0)
                .ifPresent(net -> LOG.warn("{}, closed at {}: the net that the venue reports differs from the sum of its parts by {}",
                        record.slot().instrument(), record.closedAt(), net.subtract(record.net()).toPlainString()));
    }
}
