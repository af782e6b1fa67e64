package org.mirrorbook.exchange.bitget.wire;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;

/**
 * An order that waits for a price: a trigger order, a stop, a take-profit (protocol notes, Bitget 5.3 and 6.3).
 *
 * @param side of the position that it is about; absent in one-way mode, where only one can be open
 * @param plan in the stream {@code pl}, {@code tp}, {@code sl}, {@code ptp} or {@code psl}; in REST {@code normal_plan} and the like
 * @param status as the venue spells it, which it does differently on its two sides
 * @param size absent for the whole position, which the venue writes as zero
 * @param triggerPrice absent for orders that follow the price
 */
public record PlanOrder(
        Scope scope,
        String instrument,
        Optional<Side> side,
        String orderId,
        String plan,
        String status,
        Optional<BigDecimal> size,
        Optional<BigDecimal> triggerPrice,
        Instant changedAt) {

    public PlanOrder {
        requireNonNull(scope);
        requireNonNull(instrument);
        requireNonNull(side);
        requireNonNull(orderId);
        requireNonNull(plan);
        requireNonNull(status);
        size = Exact.of(size);
        triggerPrice = Exact.of(triggerPrice);
        requireNonNull(changedAt);
    }

    /** The rows of the channel {@code orders-algo} or of {@code orders-plan-pending}. */
    public static List<PlanOrder> read(Scope scope, List<WireRow> rows) {
        return rows.stream().map(row -> new PlanOrder(scope, Words.symbol(row, "instId", "symbol"), Words.planned(row),
                row.needName("orderId"), row.needName("planType"), row.name("status").or(() -> row.name("planStatus")).orElse(""),
                size(row), row.decimal("triggerPrice").filter(price -> price.signum() > 0), OrderRows.changedAt(row))).toList();
    }

    private static Optional<BigDecimal> size(WireRow row) {
        var size = row.decimal("size").filter(any -> any.signum() != 0);
        if (size.filter(any -> any.signum() < 0).isPresent()) {
            throw new UnreadableFrame("size is negative");
        }
        return size;
    }
}
