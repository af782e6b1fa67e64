package org.mirrorbook.exchange.bitget.unified;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Executions of unified accounts, of the topic {@code fill} and of the REST list. Fees are told positive when paid in both and keep their
 * own coin (protocol notes, Bitget 4.1 and 7).
 */
final class UnifiedFills {

    private UnifiedFills() {
    }

    /** Whether something was executed at all. */
    static boolean isOne(WireRow row) {
        return row.needDecimal("execQty").signum() != 0;
    }

    static Fill read(Scope scope, WireRow row, boolean hedge) {
        var quantity = row.needDecimal("execQty");
        if (quantity.signum() < 0) {
            throw new UnreadableFrame("execQty is negative");
        }
        var at = row.time("execTime").or(() -> row.time("createdTime")).orElseThrow(() -> new UnreadableFrame("execTime is missing"));
        return new Fill(scope, UnifiedWords.symbol(row), row.needName("execId"), row.needName("orderId"),
                UnifiedWords.buys(row, hedge), UnifiedWords.effect(row, hedge), quantity, row.needDecimal("execPrice"),
                row.decimalOrZero("execPnl"), fees(row), at, UnifiedWords.forcedFill(row));
    }

    private static List<Money> fees(WireRow row) {
        return row.rows("feeDetail").stream()
                .filter(fee -> fee.decimalOrZero("fee").compareTo(BigDecimal.ZERO) != 0)
                .map(fee -> new Money(fee.needDecimal("fee").negate(), fee.needName("feeCoin").toUpperCase(Locale.ROOT)))
                .toList();
    }
}
