package org.mirrorbook.exchange.bitget.unified;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Positions of unified accounts, as the topic {@code position} and the REST list send them (protocol notes, Bitget 7).
 *
 * <p>There is no id of a life, and {@code createdTime} may be months older than the life, so it is told as not reliable. Costs are turned
 * to be negative when paid: the stream tells fee totals positive when paid, REST negative; funding is signed in both.
 */
final class UnifiedPositions {

    private UnifiedPositions() {
    }

    /** Whether a row says that nothing is open in its slot any more: by its size, or by its status where it has no size. */
    static boolean isGone(WireRow row) {
        boolean ended = row.text("positionStatus").map(UnifiedWords::lower).filter("ended"::equals).isPresent();
        var size = size(row);
        if (size.isEmpty() && !ended) {
            throw new UnreadableFrame("size is missing");
        }
        if (ended && size.isPresent() && size.get().signum() != 0) {
            throw new UnreadableFrame("positionStatus says ended, size does not");
        }
        return ended || size.get().signum() == 0;
    }

    static Slot slot(Scope scope, WireRow row) {
        return new Slot(scope, UnifiedWords.symbol(row), UnifiedWords.side(row), UnifiedWords.marginMode(row),
                row.needName("marginCoin").toUpperCase(Locale.ROOT));
    }

    /** @param at time of the message, for a row that does not say when it changed */
    static PositionRow ofStream(Scope scope, WireRow row, Instant at) {
        return read(scope, row, at, fees(row).map(BigDecimal::negate));
    }

    /** @param at time of the answer, for a row that does not say when it changed */
    static PositionRow ofRest(Scope scope, WireRow row, Instant at) {
        return read(scope, row, at, fees(row));
    }

    private static PositionRow read(Scope scope, WireRow row, Instant at, Optional<BigDecimal> fees) {
        var size = size(row).orElseThrow(() -> new UnreadableFrame("size is missing"));
        if (size.signum() < 0) {
            throw new UnreadableFrame("size is negative");
        }
        var life = new LifeMark(Optional.empty(), IdScope.NONE, row.time("createdTime"), false);
        var figures = new RowFigures(
                row.decimal("leverage"),
                row.decimal("marginSize").or(() -> row.decimal("positionBalance")),
                positive(row.decimal("markPrice")),
                positive(row.decimal("liqPrice").or(() -> row.decimal("liquidationPrice"))),
                row.decimal("unrealisedPnl"),
                row.decimal("curRealisedPnl"),
                fees,
                row.decimal("totalFundingFee").or(() -> row.decimal("totalFunding")));
        return new PositionRow(slot(scope, row), life, size, row.needDecimal("avgPrice"), figures, row.time("updatedTime").orElse(at));
    }

    private static Optional<BigDecimal> size(WireRow row) {
        return row.decimal("size").or(() -> row.decimal("total"));
    }

    /** Known only when both parts are: a part that is absent is not zero. */
    private static Optional<BigDecimal> fees(WireRow row) {
        return row.decimal("openFeeTotal").flatMap(open -> row.decimal("closeFeeTotal").map(open::add));
    }

    /** No price where the venue sends zero or less: it means that there is none. */
    private static Optional<BigDecimal> positive(Optional<BigDecimal> price) {
        return price.filter(value -> value.signum() > 0);
    }
}
