package org.mirrorbook.exchange.bitget.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/**
 * Open positions, as the channel {@code positions} and the REST lists send them (protocol notes, Bitget 3.3).
 *
 * <p>Ids are taken as ids of a life and {@code cTime} as its start, as has been so since 2024. Signs are turned: {@code deductedFee} is
 * positive when paid, {@code totalFee} is funding and signed already (4.1).
 */
public final class PositionRows {

    private PositionRows() {
    }

    /** Reads all rows; rows of size zero, which older lists contain, are no open positions. */
    public static List<PositionRow> read(Scope scope, List<WireRow> rows) {
        var open = new ArrayList<PositionRow>(rows.size());
        for (var row : rows) {
            var size = row.needDecimal("total");
            if (size.signum() < 0) {
                throw new UnreadableFrame("total is negative");
            }
            if (size.signum() > 0) {
                open.add(read(scope, size, row));
            }
        }
        return List.copyOf(open);
    }

    private static PositionRow read(Scope scope, BigDecimal size, WireRow row) {
        var slot = new Slot(scope, Words.symbol(row, "instId", "symbol"), Words.side(row), Words.marginMode(row),
                Words.coin(row, "marginCoin"));
        var updatedAt = row.time("uTime").or(() -> row.time("cTime")).orElseThrow(() -> new UnreadableFrame("uTime is missing"));
        return new PositionRow(slot, mark(row), size, row.needDecimal("openPriceAvg"), figures(row), updatedAt);
    }

    private static LifeMark mark(WireRow row) {
        var id = row.name("posId").or(() -> row.name("positionId"));
        var start = row.time("cTime");
        return new LifeMark(id, id.isPresent() ? IdScope.LIFE : IdScope.NONE, start, start.isPresent());
    }

    private static RowFigures figures(WireRow row) {
        return new RowFigures(
                row.decimal("leverage"),
                row.decimal("marginSize"),
                positive(row.decimal("markPrice")),
                positive(row.decimal("liquidationPrice")),
                row.decimal("unrealizedPL"),
                row.decimal("achievedProfits"),
                row.decimal("deductedFee").map(BigDecimal::negate),
                row.decimal("totalFee"));
    }

    /** No price where the venue sends zero or less: it means that there is none. */
    private static Optional<BigDecimal> positive(Optional<BigDecimal> price) {
        return price.filter(value -> value.signum() > 0);
    }
}
