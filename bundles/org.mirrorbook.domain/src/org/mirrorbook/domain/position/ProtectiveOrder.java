package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.risk.ProtectionKind;

/**
 * A stop or take-profit order that waits at the venue, or does not wait any more (protocol notes, Bitget 5.3).
 *
 * @param side of the position that it protects; absent where the venue does not say it
 * @param price at which it triggers; absent for one that follows the market
 * @param size absent for the whole position
 * @param state what became of it
 * @param changedAt the venue's time of its last change
 */
public record ProtectiveOrder(
        Scope scope,
        String instrument,
        Optional<Side> side,
        String orderId,
        ProtectionKind kind,
        Optional<BigDecimal> price,
        Optional<BigDecimal> size,
        State state,
        Instant changedAt) {

    /** What became of an order. */
    public enum State {
        WAITING,
        /** Its price was reached: it did what it was for. */
        TRIGGERED,
        /** Taken back, by whom ever, or failed. */
        GONE
    }

    public ProtectiveOrder {
        requireNonNull(scope);
        requireNonNull(instrument);
        requireNonNull(side);
        requireNonNull(orderId);
        requireNonNull(kind);
        price = Exact.of(price);
        size = Exact.of(size);
        requireNonNull(state);
        requireNonNull(changedAt);
    }
}
