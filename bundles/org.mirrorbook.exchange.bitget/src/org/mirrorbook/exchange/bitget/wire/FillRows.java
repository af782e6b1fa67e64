package org.mirrorbook.exchange.bitget.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.Scope;

/**
 * Executions, of the channel {@code fill} and of the REST lists (protocol notes, Bitget 5.4). Fees keep their own coin, which with a
 * deduction is not the margin coin, and are negative when paid already (4.1).
 */
public final class FillRows {

    private FillRows() {
    }

    /** Reads all rows; an execution of nothing is none. */
    public static List<Fill> read(Scope scope, List<WireRow> rows) {
        return read(scope, rows, strange -> { });
    }

    /**
     * Reads all rows; an execution of nothing is none.
     *
     * @param strange hears of each kind of fill that is not documented: its figures stand, but what it did is not told
     */
    public static List<Fill> read(Scope scope, List<WireRow> rows, Consumer<String> strange) {
        rows.stream().flatMap(row -> Words.strangeKind(row).stream()).distinct()
                .forEach(kind -> strange.accept("tradeSide has the unknown value \"" + Words.excerpt(kind) + "\""));
        return rows.stream().filter(row -> row.needDecimal("baseVolume").signum() != 0).map(row -> read(scope, row)).toList();
    }

    private static Fill read(Scope scope, WireRow row) {
        var quantity = row.needDecimal("baseVolume");
        if (quantity.signum() < 0) {
            throw new UnreadableFrame("baseVolume is negative");
        }
        var at = row.time("cTime").or(() -> row.time("ctime")).orElseThrow(() -> new UnreadableFrame("cTime is missing"));
        return new Fill(scope, Words.symbol(row, "symbol", "instId"), row.needName("tradeId"), row.needName("orderId"), Words.buys(row),
                Words.effect(row), quantity, row.needDecimal("price"), row.decimalOrZero("profit"), fees(row), at,
                row.text("tradeSide").flatMap(CloseReasons::ofFill));
    }

    private static List<Money> fees(WireRow row) {
        return row.rows("feeDetail").stream()
                .filter(fee -> fee.decimalOrZero("totalFee").compareTo(BigDecimal.ZERO) != 0)
                .map(fee -> new Money(fee.needDecimal("totalFee"), fee.needName("feeCoin")))
                .toList();
    }

    /** Whether only the order can tell which side a fill closed: in hedge mode, where the fill names none. */
    public static boolean needsOrder(WireRow row) {
        return row.text("posMode").filter("hedge_mode"::equals).isPresent() && row.text("tradeSide").filter("close"::equals).isPresent()
                && row.text("posSide").isEmpty();
    }
}
