package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * An order of the books: live for a moment, or until its price is met, then filled whole, or canceled.
 *
 * @param fill empty until filled
 */
public record Order(long orderId, OrderRequest request, int leverage, Status status, Optional<Fill> fill, long cTime, long uTime) {

    /** The states an order of ours can be in. */
    public enum Status {
        LIVE, FILLED, CANCELED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Order live(long orderId, OrderRequest request, int leverage, long at) {
        return new Order(orderId, request, leverage, Status.LIVE, Optional.empty(), at, at);
    }

    Order filled(Fill by) {
        return new Order(orderId, request, leverage, Status.FILLED, Optional.of(by), cTime, by.at());
    }

    Order canceled(long at) {
        return new Order(orderId, request, leverage, Status.CANCELED, Optional.empty(), cTime, at);
    }

    public String clientOid() {
        return request.clientOid().isEmpty() ? Long.toString(orderId + 1) : request.clientOid();
    }

    public BigDecimal filledSize() {
        return fill.map(Fill::size).orElse(BigDecimal.ZERO);
    }

    /** Whether the venue itself placed it, to liquidate or to deleverage. */
    public boolean forced() {
        return request.cause().isForced();
    }

    /** {@code limit} or {@code market}. */
    public String orderType() {
        return request.limit().isPresent() ? "limit" : "market";
    }

    /** What REST tells as the order's source; the only other place where a close tells its reason. */
    public String source() {
        return request.cause() == OrderCause.MANUAL && request.limit().isEmpty() ? "market" : request.cause().source();
    }

    /** The venue's word for what the order does; the stream tells the reason of a close nowhere else (protocol notes, Bitget 5.2). */
    public String tradeSide() {
        boolean hedge = request.mode() == PositionMode.HEDGE;
        if (request.cause() == OrderCause.ADL) {
            return hedge ? "dte_sys_adl_close_" + request.holdSide().wire()
                    : "dte_sys_adl_" + request.side().wire() + "_in_single_side_mode";
        }
        if (forced()) {
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
