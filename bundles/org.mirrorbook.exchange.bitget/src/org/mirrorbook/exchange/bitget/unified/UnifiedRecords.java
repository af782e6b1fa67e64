package org.mirrorbook.exchange.bitget.unified;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.ClosingRows;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Final statements about ended lives of unified accounts. Fees and funding are negative when paid already; the id is of the life, its
 * creation time is not reliable as its start (protocol notes, Bitget 4.1 and 7).
 */
final class UnifiedRecords {

    private UnifiedRecords() {
    }

    static ClosingRecord read(Scope scope, WireRow row) {
        var id = row.name("positionId");
        var life = new LifeMark(id, id.isPresent() ? IdScope.LIFE : IdScope.NONE, row.time("createdTime"), false);
        return ClosingRows.compared(new ClosingRecord(UnifiedPositions.slot(scope, row), life, row.needTime("updatedTime"),
                row.needDecimal("openPriceAvg"), row.needDecimal("closePriceAvg"), row.needDecimal("openTotalPos"),
                row.needDecimal("closeTotalPos"), row.needDecimal("cumRealisedPnl"), row.decimalOrZero("openFeeTotal"),
                row.decimalOrZero("closeFeeTotal"), row.decimalOrZero("totalFunding"), row.decimal("netProfit")));
    }
}
