package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A market order of the books: live for a moment, then filled whole, or canceled.
 *
 * @param forced the venue itself placed it, to liquidate
 * @param fill empty until filled
 */
public record Order(long orderId, OrderRequest request, int leverage, boolean forced, Status status, Optional<Fill> fill, long cTime,
        long uTime) {

    /** The states an order of ours can be in. */
    public enum Status {
        LIVE, FILLED, CANCELED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Order live(long orderId, OrderRequest request, int leverage, boolean forced, long at) {
        return new Order(orderId, request, leverage, forced, Status.LIVE, Optional.empty(), at, at);
    }

    Order filled(Fill by) {
        return new Order(orderId, request, leverage, forced, Status.FILLED, Optional.of(by), cTime, by.at());
    }

    Order canceled(long at) {
        return new Order(orderId, request, leverage, forced, Status.CANCELED, Optional.empty(), cTime, at);
    }

    public String clientOid() {
        return request.clientOid().isEmpty() ? Long.toString(orderId + 1) : request.clientOid();
    }

    public BigDecimal filledSize() {
        return fill.map(Fill::size).orElse(BigDecimal.ZERO);
    }

    /** The venue's word for what the order does; the only place where a close tells its reason (protocol notes, Bitget 5.2). */
    public String tradeSide() {
        boolean hedge = request.mode() == PositionMode.HEDGE;
        if (forced) {
            return hedge ? "burst_close_" + request.holdSide().wire() : "burst_" + request.side().wire() + "_single";
        }
        if (hedge) {
            return request.closes() ? "close" : "open";
        }
        return request.side().wire() + "_single";
    }

    /** {@code long} or {@code short} in hedge mode, {@code net} in one-way mode. */
    public String posSide() {
        return request.mode() == PositionMode.HEDGE ? request.holdSide().wire() : "net";
    }
}
