package org.mirrorbook.domain.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;

/**
 * A step in the life of a trade.
 *
 * @param quantity positive
 * @param price absent where it was inferred and cannot be known
 * @param pnl gross profit realised by this step in the margin coin, where known
 * @param fees each in its own coin, negative when paid; empty when not known
 * @param inferred true when it was concluded from two snapshots, false when it was seen as a fill
 * @param fillId the venue's id of the fill; absent when inferred. One fill may be part of two trades (a flip), never twice of one
 * @param orderId the venue's id of the order that was filled; absent when inferred or not known
 */
public record Execution(
        ExecutionKind kind,
        BigDecimal quantity,
        Optional<BigDecimal> price,
        Optional<BigDecimal> pnl,
        List<Money> fees,
        Instant at,
        boolean inferred,
        Optional<String> fillId,
        Optional<String> orderId) {

    public Execution {
        requireNonNull(kind);
        quantity = Exact.of(quantity);
        price = Exact.of(price);
        pnl = Exact.of(pnl);
        fees = List.copyOf(fees);
        requireNonNull(at);
        requireNonNull(fillId);
        requireNonNull(orderId);
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("an execution has a positive quantity");
        }
    }

    /** An execution whose order is not known. */
    public Execution(ExecutionKind kind, BigDecimal quantity, Optional<BigDecimal> price, Optional<BigDecimal> pnl, List<Money> fees,
            Instant at, boolean inferred, Optional<String> fillId) {
        this(kind, quantity, price, pnl, fees, at, inferred, fillId, Optional.empty());
    }

    /** The same step as one of another kind. */
    public Execution as(ExecutionKind kind) {
        return kind == this.kind ? this : new Execution(kind, quantity, price, pnl, fees, at, inferred, fillId, orderId);
    }

    /** The same step at another time. */
    public Execution at(Instant at) {
        return new Execution(kind, quantity, price, pnl, fees, at, inferred, fillId, orderId);
    }
}
