package org.mirrorbook.exchange.bitget.wire;

import java.math.BigDecimal;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Final statements about ended lives. The stream and REST name the same figures differently, and REST spells its times in two ways
 * (protocol notes, Bitget 4.1, 5.1 and 6.3). Fees and funding are negative when paid in both, so no sign is turned.
 */
public final class ClosingRows {

    /** Each part is rounded to eight places for itself (protocol notes, Bitget 4.1). */
    private static final BigDecimal NET_TOLERANCE = new BigDecimal("2e-8");

    private static final Logger LOG = LoggerFactory.getLogger(ClosingRows.class);

    private ClosingRows() {
    }

    /** A row of the channel {@code positions-history}. */
    public static ClosingRecord ofStream(Scope scope, WireRow row) {
        return read(scope, row, "instId", "posId", "openPriceAvg", "closePriceAvg", "openSize", "closeSize", "achievedProfits",
                "settleFee");
    }

    /** A row of {@code history-position}. */
    public static ClosingRecord ofRest(Scope scope, WireRow row) {
        return read(scope, row, "symbol", "positionId", "openAvgPrice", "closeAvgPrice", "openTotalPos", "closeTotalPos", "pnl",
                "totalFunding");
    }

    private static ClosingRecord read(Scope scope, WireRow row, String symbol, String id, String openPrice, String closePrice,
            String openSize, String closeSize, String gross, String funding) {
        var slot = new Slot(scope, Words.symbol(row, symbol, symbol), Words.side(row), Words.marginMode(row),
                Words.coin(row, "marginCoin"));
        var start = row.time("cTime").or(() -> row.time("ctime"));
        var positionId = row.name(id);
        var life = new LifeMark(positionId, positionId.isPresent() ? IdScope.LIFE : IdScope.NONE, start, start.isPresent());
        var closedAt = row.time("uTime").or(() -> row.time("utime")).orElseThrow(() -> new UnreadableFrame("uTime is missing"));
        return compared(new ClosingRecord(slot, life, closedAt, row.needDecimal(openPrice), row.needDecimal(closePrice),
                row.needDecimal(openSize), row.needDecimal(closeSize), row.needDecimal(gross), row.decimalOrZero("openFee"),
                row.decimalOrZero("closeFee"), row.decimalOrZero(funding), row.decimal("netProfit")));
    }

    /**
     * The record, whose reported net was compared with the sum of its parts. Both are kept. If they differ, a cost that is not known to us
     * is in the one or the other, and somebody should hear of it.
     */
    public static ClosingRecord compared(ClosingRecord record) {
        record.reportedNet().filter(reported -> reported.subtract(record.net()).abs().compareTo(NET_TOLERANCE) > 0)
                .ifPresent(reported -> LOG.warn("{}, closed at {}: the net that the venue reports differs from the sum of its parts by {}",
                        record.slot().instrument(), record.closedAt(), reported.subtract(record.net()).toPlainString()));
        return record;
    }
}
